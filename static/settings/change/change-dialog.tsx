import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { ChangeApplied, ChangePlan } from '../../../src/sla/definitions/domain/answers/changes';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog';
import forms from '../../kit/forms.module.css';
import { ProblemList } from '../shared/problem-list';
import styles from './change.module.css';
import { DefinitionNames, useNamesWith } from './definition-names';
import { Differences } from './differences';
import { DryRunSection } from './dry-run-section';
import { ScopeChoice } from './scope-choice';
import type { Proposal } from './use-change';

interface Props {
  readonly proposal: Proposal;
  readonly onClose: () => void;
  readonly onApplied: (applied: ChangeApplied) => void;
}

/** What a change does to the definition and to clocks, on which of them it takes effect, and when. */
export function ChangeDialog({ proposal, onClose, onApplied }: Props) {
  const { version, target, impact, differences } = proposal;
  const [plan, setPlan] = useState<ChangePlan>({ scope: proposal.scope });
  const clocks = impact === 'goals' || impact === 'conditions';
  const { names, isNew } = useNamesWith(
    target.section === 'metric' ? (target.value as MetricDefinition) : null,
  );
  const complete = plan.scope !== 'closed' || plan.closedSince !== undefined;

  return (
    <ConfirmDialog
      title={t('settings.change.title')}
      width="large"
      does={t(clocks ? 'settings.change.apply' : 'settings.save')}
      failed={t('settings.notSaved')}
      isDanger={false}
      isReady={complete}
      onConfirm={async () => onApplied(await call('sla.applyChange', { version, target, plan }))}
      onClose={onClose}
    >
      <DefinitionNames value={names}>
        <div className={styles.sections}>
          <Differences differences={differences} />
          <ProblemList problems={proposal.problems.filter(({ whose }) => whose === subjectOf(target))} />
          {clocks ? (
            <>
              <ScopeChoice isNew={isNew} plan={plan} proposed={proposal.scope} onChange={setPlan} />
              <DryRunSection
                key={JSON.stringify(plan)}
                proposal={proposal}
                isNew={isNew}
                plan={plan}
                isDisabled={!complete}
              />
              <p className={forms.hint}>{t('settings.change.undoHint')}</p>
            </>
          ) : (
            <SectionMessage appearance="information">
              <p>{t(`settings.change.harmless.${impact}`)}</p>
            </SectionMessage>
          )}
        </div>
      </DefinitionNames>
    </ConfirmDialog>
  );
}

const subjectOf = ({ section, value }: Proposal['target']): string =>
  'id' in value ? `${section}:${String(value.id)}` : section;
