import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { ImportOutcome as Outcome } from '../../../../src/kernel/answers';
import { NOTHING } from '../../../../src/kernel/merge-members';
import type { ConfigDocument } from '../../../../src/settings/domain/config-document';
import type { Draft } from '../../../../src/sla/definitions/domain/other-tools/model';
import { goalsOf } from '../../../../src/sla/engine/model/goals-of';
import { t } from '../../../shared/i18n';
import type { Surroundings } from '../../model/metric-text';
import forms from '../../../kit/forms.module.css';
import { useSave } from '../../shared/use-save';
import { ImportOutcome } from '../import-outcome';
import { checkFile, sendFile, type SentFile, takeOver } from '../send-file';
import { DraftCard } from './draft-card';

interface Props {
  readonly draft: Draft;
  readonly around: Surroundings;
  readonly onTaken: (count: number) => void;
}

/** A draft before anything is stored: some of its metrics are chosen, checked by the import, and taken over switched off. */
export function DraftList({ draft, around, onTaken }: Props) {
  const save = useSave();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const taken = draft.metrics.filter(({ metric: { id, goals } }) => goals.length > 0 && !left.includes(id));
  const take = (id: string, wanted: boolean) => {
    setOutcome(null);
    setLeft(wanted ? left.filter((each) => each !== id) : [...left, id]);
  };
  const [checked, setChecked] = useState<SentFile | null>(null);
  const check = () =>
    save.run(async () => {
      const sent = await sendFile(documentOf(draft, taken));
      setOutcome(await checkFile(sent));
      setChecked(sent);
      return null;
    });
  const accept = (sent: SentFile) =>
    save.run(async () => {
      const answer = await takeOver(sent, 0, NOTHING, () => undefined);
      setOutcome(answer);
      if (answer.problems.length === 0) onTaken(taken.length);
      return null;
    });
  return (
    <>
      <ul className={forms.list}>
        {draft.metrics.map((drafted) => (
          <DraftCard
            key={drafted.metric.id}
            drafted={drafted}
            around={{ ...around, calendars: [...around.calendars, ...draft.calendars] }}
            taken={!left.includes(drafted.metric.id)}
            onTake={(wanted) => take(drafted.metric.id, wanted)}
          />
        ))}
      </ul>
      {save.error}
      {outcome !== null && <ImportOutcome outcome={outcome} />}
      <div className={forms.actions}>
        <Button isDisabled={taken.length === 0} isLoading={save.saving} onClick={() => void check()}>
          {t('settings.foreign.check')}
        </Button>
        <Button
          appearance="primary"
          isDisabled={checked === null || outcome === null || outcome.problems.length > 0}
          isLoading={save.saving}
          onClick={() => checked !== null && void accept(checked)}
        >
          {t('settings.foreign.take', { count: taken.length })}
        </Button>
      </div>
    </>
  );
}

/** A configuration with nothing but what is taken, and the new calendars it counts on. */
function documentOf(draft: Draft, taken: Draft['metrics']): ConfigDocument {
  const metrics = taken.map(({ metric }) => metric);
  const used = metrics
    .flatMap(goalsOf)
    .map(({ calendar }) => (calendar.kind === 'fixed' ? calendar.calendarId : calendar.fallback));
  return {
    pledge: 1,
    sections: { calendar: draft.calendars.filter(({ id }) => used.includes(id)), metric: metrics },
  };
}
