import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { DefinitionsSaved } from '../../../src/sla/definitions/domain/answers/definitions';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { OneOf } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { ProblemList } from '../shared/problem-list';
import { useSave } from '../shared/use-save';

interface Props {
  readonly metricId: string;
  readonly version: number;
  readonly onDeleted: (answer: DefinitionsSaved, message: string) => void;
}

const OPEN = ['finish', 'cancel'] as const;

/** Deletes a metric that never measured anything; the backend retires any other. Asks once more, since there is no way back. */
export function DeleteMetric({ metricId, version, onDeleted }: Props) {
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState<(typeof OPEN)[number]>('finish');
  const save = useSave();
  const remove = () =>
    save.run(async () => {
      const answer = await call('settings.delete', { version, section: 'metric', id: metricId, open });
      const message = t(`settings.metric.${answer.outcome}`);
      onDeleted(answer, message);
      return message;
    });
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.metric.deleteTitle')}</h3>
      <p className={forms.hint}>{t('settings.metric.deleteHint')}</p>
      {save.error}
      <ProblemList problems={save.problems ?? []} />
      {asking ? (
        <div className={forms.row}>
          <OneOf
            words="settings.metric.deleteOpen"
            values={OPEN}
            value={open}
            readOnly={false}
            onChange={setOpen}
          />
          <Button appearance="danger" isLoading={save.saving} onClick={() => void remove()}>
            {t('settings.metric.deleteConfirm')}
          </Button>
          <Button appearance="subtle" onClick={() => setAsking(false)}>
            {t('settings.cancel')}
          </Button>
        </div>
      ) : (
        <Button appearance="warning" onClick={() => setAsking(true)}>
          {t('settings.metric.delete')}
        </Button>
      )}
    </section>
  );
}
