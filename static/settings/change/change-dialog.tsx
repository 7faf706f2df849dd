import Button from '@atlaskit/button/default/button';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { ChangeApplied, ChangePlan } from '../../../src/sla/definitions/domain/answers/changes';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { call } from '../../shared/api';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
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
  const [applying, setApplying] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const clocks = impact === 'goals' || impact === 'conditions';
  const { names, isNew } = useNamesWith(
    target.section === 'metric' ? (target.value as MetricDefinition) : null,
  );
  const complete = plan.scope !== 'closed' || plan.closedSince !== undefined;

  const apply = async (): Promise<void> => {
    setApplying(true);
    setError(null);
    try {
      onApplied(await call('sla.applyChange', { version, target, plan }));
    } catch (failure) {
      setError(failure);
      setApplying(false);
    }
  };

  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="large" shouldScrollInViewport>
        <ModalHeader hasCloseButton>
          <ModalTitle>{t('settings.change.title')}</ModalTitle>
        </ModalHeader>
        <ModalBody>
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
                </>
              ) : (
                <SectionMessage appearance="information">
                  <p>{t(`settings.change.harmless.${impact}`)}</p>
                </SectionMessage>
              )}
              {error !== null && <ErrorView error={error} title={t('settings.notSaved')} />}
              {clocks && <p className={forms.hint}>{t('settings.change.undoHint')}</p>}
            </div>
          </DefinitionNames>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {t('settings.cancel')}
          </Button>
          <Button
            appearance="primary"
            isLoading={applying}
            isDisabled={!complete}
            onClick={() => void apply()}
          >
            {t(clocks ? 'settings.change.apply' : 'settings.save')}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}

const subjectOf = ({ section, value }: Proposal['target']): string =>
  'id' in value ? `${section}:${String(value.id)}` : section;
