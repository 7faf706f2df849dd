import { useId, useState } from 'react';
import type { Fact, TimelineEvent } from '../../../src/sla/engine/model';
import { ruleText } from '../../../src/sla/engine/words/cause-text';
import type { TextOptions } from '../../../src/sla/engine/words/names';
import { rejectedText } from '../../../src/sla/engine/words/unmet-text';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { causeText, factText } from '../model/cause';
import type { Told } from '../model/explain';
import { useWords } from './use-words';
import styles from './why.module.css';

interface Props {
  readonly steps: readonly TimelineEvent[];
  /** When it was breached: nobody does that, time does. */
  readonly breachTime?: number | undefined;
  /** What was done to the work item and changed nothing here. */
  readonly updates?: readonly Fact[];
  readonly told: Told;
}

/** What happened to the SLA, each step once: when, why, by whom, and which goals did not match. */
export function StepList({ steps, breachTime, updates = [], told }: Props) {
  const [all, setAll] = useState(false);
  const title = useId();
  const facts = told.history.facts.filter(({ id }) => steps.some(({ factId }) => factId === id));
  const evidence = [...facts, ...updates, ...steps.map(({ cause, rejected }) => ({ cause, rejected }))];
  const words = useWords(JSON.stringify(evidence), evidence);
  const named = { ...told, names: { ...told.names, nameOf: words?.nameOf } };
  const rows = [
    ...steps.map((step, i) => ({
      at: step.at,
      key: String(i),
      row: <Step step={step} told={named} words={words} />,
    })),
    ...(all ? updates : []).map((fact) => ({
      at: fact.at,
      key: fact.id,
      row: <Update fact={fact} told={named} />,
    })),
    ...(breachTime === undefined
      ? []
      : [{ at: breachTime, key: 'breach', row: <strong>{t('sla.mark.breached')}</strong> }]),
  ].sort((a, b) => a.at - b.at);
  return (
    <section>
      <h2 id={title} className={styles.title}>
        {t('sla.table.events')}
      </h2>
      {updates.length > 0 && (
        <label className={styles.switch}>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
          {t('sla.updates.show', { n: updates.length })}
        </label>
      )}
      <ol aria-labelledby={title} className={styles.steps}>
        {rows.map(({ at, key, row }) => (
          <li key={`${String(at)} ${key}`}>
            <time dateTime={new Date(at).toISOString()}>{formatDateTime(at)}</time>
            {row}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface StepProps {
  readonly step: TimelineEvent;
  readonly told: Told;
  /** Null while Jira's names are read. */
  readonly words: TextOptions | null;
}

function Step({ step, told, words }: StepProps) {
  const { goals } = told.names;
  const goal = step.goalId === undefined ? undefined : goals[step.goalId];
  const action = t(`sla.action.${step.action}`);
  return (
    <div>
      <strong>{goal === undefined ? action : t('sla.step.goal', { action, goal })}</strong>
      <Why by={step.by} text={causeText(step.factId, step.cause, told.history, told.names)} />
      {step.factId !== undefined && !('reason' in step.cause) && (
        <div className={styles.cause}>
          {t('sla.rule', { rule: words === null ? '…' : ruleText(step.cause, words) })}
        </div>
      )}
      {step.rejected.map((each) => (
        <div key={each.goalId} className={styles.cause}>
          {t('sla.rejected', {
            goal: goals[each.goalId] ?? each.goalId,
            why: words === null ? '…' : rejectedText(each, words),
          })}
        </div>
      ))}
    </div>
  );
}

function Update({ fact, told }: { readonly fact: Fact; readonly told: Told }) {
  return (
    <div>
      {t('sla.updates.nothing')}
      <Why by={fact.by} text={factText(fact, told.names)} />
    </div>
  );
}

function Why({ text, by }: { readonly text: string; readonly by: string | null }) {
  return (
    <div className={styles.cause}>
      {text}
      {by !== null && (
        <>
          {' · '}
          <UserName accountId={by} />
        </>
      )}
    </div>
  );
}
