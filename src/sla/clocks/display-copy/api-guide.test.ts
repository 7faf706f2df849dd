import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SlaProperty, SlaPropertyMetric } from '../domain/property';
import { definitionsOf, historyOf } from '../../engine/testing/build';
import { replay } from '../../engine';
import { propertyOf } from './property';

const GUIDE = readFileSync(join(__dirname, '../../../../docs/api.md'), 'utf8');

/** The first column of the table under a heading. */
const documented = (heading: string): readonly string[] => {
  const [, section = ''] = GUIDE.split(`${heading}\n`);
  return [...(section.split('\n#')[0] ?? '').matchAll(/^\| `(\w+)` \|/gm)].map(([, key = '']) => key);
};

// The compiler sees to it that these are all keys.
const WORK_ITEM: Readonly<Record<keyof SlaProperty, true>> = {
  v: true,
  dv: true,
  state: true,
  everBreached: true,
  running: true,
  paused: true,
  completed: true,
  cancelled: true,
  excused: true,
  notStarted: true,
  nextDue: true,
  pausedReason: true,
  measured: true,
  metrics: true,
  more: true,
  appFacts: true,
  asOf: true,
};
const CLOCK: Readonly<Record<keyof SlaPropertyMetric, true>> = {
  id: true,
  agreement: true,
  name: true,
  state: true,
  breached: true,
  everBreached: true,
  excused: true,
  next: true,
  times: true,
  due: true,
  breachesAt: true,
  stopped: true,
  remainingMs: true,
  elapsedMs: true,
  goalMs: true,
  goal: true,
  zone: true,
  pauseReason: true,
  pausedSince: true,
  risk: true,
};

describe('the guide for programs that read clocks', () => {
  it('names every key of the property and no other', () => {
    expect([...documented('### The work item')].sort()).toEqual(Object.keys(WORK_ITEM).sort());
    expect([...documented('### One SLA')].sort()).toEqual(Object.keys(CLOCK).sort());
  });

  it('shows an example with the keys that a running clock has', () => {
    const definitions = definitionsOf();
    const report = replay(definitions, historyOf('2026-06-01T10:00'), Date.parse('2026-06-01T09:00Z'));
    const example = /\n( {4}\{ "key"[^]*?)\n\n/.exec(GUIDE)?.[1] ?? '';
    const { value } = JSON.parse(example) as { value: SlaProperty };
    const shown = propertyOf(report, definitions, 0);
    expect(Object.keys(value).sort()).toEqual([...Object.keys(shown), 'asOf'].sort());
    const clock = Object.keys(value.metrics['m1'] ?? {});
    expect(clock.sort()).toEqual(Object.keys(shown.metrics['m1'] ?? {}).sort());
  });
});
