import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import type {
  ChangeApplied,
  ChangeImpact,
  ChangeScope,
  ChangeTarget,
} from '../../../src/sla/definitions/domain/answers/changes';
import type { Difference } from '../../../src/kernel/diff';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { useSave } from '../shared/use-save';

const ChangeDialog = lazy(() => import('./change-dialog').then((m) => ({ default: m.ChangeDialog })));

/** A change that was checked and waits for its scope. */
export interface Proposal {
  readonly version: number;
  readonly target: ChangeTarget;
  readonly impact: ChangeImpact;
  readonly differences: readonly Difference[];
  readonly scope: ChangeScope;
  readonly problems: readonly Finding[];
}

interface Change {
  readonly saving: boolean;
  /** What stands in the way, field by field, and otherwise. */
  readonly problems: readonly Finding[] | null;
  readonly error: ReactNode;
  readonly done: ReactNode;
  /** Checks what somebody wants to save and asks on which cycles it takes effect; nothing is stored before. */
  readonly propose: (target: ChangeTarget) => void;
  /** To be placed anywhere on the screen. */
  readonly dialog: ReactNode;
}

/** Saving a definition that clocks depend on. `version` is the one that was edited. */
export function useChange(version: number, onApplied: (applied: ChangeApplied) => void): Change {
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const save = useSave();
  const propose = (target: ChangeTarget): void =>
    void save.run(async () => {
      const assessed = await call('sla.assessChange', { version, target });
      if (assessed.impact === 'none') return t('settings.change.nothing');
      setProposal({ version, target, ...assessed });
      return null;
    });
  return {
    saving: save.saving,
    problems: save.problems,
    error: save.error,
    done: save.done,
    propose,
    dialog: proposal !== null && (
      <Suspense fallback={null}>
        <ChangeDialog
          proposal={proposal}
          onClose={() => setProposal(null)}
          onApplied={(applied) => {
            setProposal(null);
            save.tell(
              t(applied.recalculation === null ? 'settings.change.saved' : 'settings.change.applied'),
            );
            onApplied(applied);
          }}
        />
      </Suspense>
    ),
  };
}
