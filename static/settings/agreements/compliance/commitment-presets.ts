import type { Commitment } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';

/** What people promise without a clock most often. */
export const PRESETS = ['availability', 'satisfaction', 'rate', 'other'] as const;
export type Preset = (typeof PRESETS)[number];

const SOLVED = 'resolved >= {from} AND resolved < {to}';

const PARTS: Readonly<Record<Preset, Omit<Commitment, 'id' | 'name'>>> = {
  availability: { unit: '%', direction: 'atLeast', target: 99.9, source: { kind: 'manual' } },
  satisfaction: { unit: '', direction: 'atLeast', target: 4.3, source: { kind: 'manual' } },
  rate: {
    unit: '%',
    direction: 'atMost',
    target: 5,
    source: { kind: 'jql', among: SOLVED, matching: 'labels = reopened' },
  },
  other: { unit: '', direction: 'atLeast', target: 0, source: { kind: 'manual' } },
};

/** A commitment to begin with. */
export const newCommitment = (preset: Preset): Commitment => ({
  id: crypto.randomUUID(),
  name: preset === 'other' ? '' : t(`settings.commitment.preset.${preset}`),
  ...PARTS[preset],
});

/** A source of a kind to begin with. */
export const newSource = (kind: Commitment['source']['kind']): Commitment['source'] =>
  kind === 'manual' ? { kind } : { kind, among: SOLVED, matching: '' };
