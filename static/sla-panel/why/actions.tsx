import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { Cycle, Fact } from '../../../src/sla/engine/model';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { askApp } from '../data/ask-app';
import type { IssueRef } from '../data/issue';
import type { Replayed } from '../model/explain';
import type { Line } from '../model/line';
import { ActionForm } from './action-form';
import { possibleActions, type ActionKind } from './possible-actions';
import styles from './why.module.css';

interface Props {
  readonly line: Line;
  readonly cycle: Cycle;
  readonly issue: IssueRef;
  readonly told: Replayed;
  readonly onChanged: () => void;
}

/** What this person may do about the promise; nothing at all for most. */
export function Actions({ line, cycle, issue, told, onChanged }: Props) {
  const { answer } = told.source;
  const { loaded, replace } = useLoad(issue.id, () =>
    answer === undefined ? askApp(issue) : Promise.resolve(answer),
  );
  const [chosen, setChosen] = useState<ActionKind | null>(null);
  if (loaded.state === 'error') return <ErrorView error={loaded.error} title={t('sla.act.notLoaded')} />;
  if (loaded.state === 'loading') return null;
  const possible = possibleActions(line, cycle, loaded.value);
  if (possible.length === 0) return null;
  const { value } = loaded;
  const done = (facts: readonly Fact[]): void => {
    // What can be done next follows from what was done: going on from a pause.
    replace({ ...value, facts });
    setChosen(null);
    onChanged();
  };
  if (chosen !== null && possible.includes(chosen)) {
    return (
      <ActionForm
        key={`${line.id} ${String(cycle.n)}`}
        kind={chosen}
        metricId={line.id}
        cycle={cycle.n}
        issue={issue}
        limits={loaded.value.limits}
        told={told}
        onDone={done}
        onCancel={() => setChosen(null)}
      />
    );
  }
  return (
    <div className={styles.actions}>
      {possible.map((kind) => (
        <Button key={kind} spacing="compact" onClick={() => setChosen(kind)}>
          {t(`sla.act.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
