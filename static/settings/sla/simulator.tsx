import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { MetricDefinition, SlaReport } from '../../../src/sla/domain/model';
import { call, RequestFailed } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { locale, t } from '../../shared/i18n';
import forms from '../shared/forms.module.css';
import { LabelledField } from '../shared/labelled-field';

/** Replays one issue's real history with the metric as it stands in the editor; nothing is saved. */
export function Simulator({ metric }: { readonly metric: MetricDefinition }) {
  const [issueKey, setIssueKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<SlaReport | null>(null);
  const [error, setError] = useState<string | null>(null);

  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      const answer = await call('sla.simulate', { issueKey: issueKey.trim(), metric });
      setReport(answer.report);
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      setError(failure.fields[0]?.message ?? errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section>
      <h3 className={forms.heading}>{t('settings.simulator')}</h3>
      <p className={forms.hint}>{t('settings.simulatorHint')}</p>
      <LabelledField id="simulate-key" label={t('settings.simulator.key')}>
        <div className={forms.row}>
          <Textfield
            id="simulate-key"
            width={160}
            value={issueKey}
            onChange={(event) => setIssueKey(event.currentTarget.value)}
          />
          <Button onClick={() => void run()} isDisabled={issueKey.trim() === ''} isLoading={busy}>
            {t('settings.simulator.run')}
          </Button>
        </div>
      </LabelledField>
      {error !== null && (
        <div role="alert">
          <SectionMessage appearance="error">
            <p>{error}</p>
          </SectionMessage>
        </div>
      )}
      {report !== null && <Outcome report={report} />}
    </section>
  );
}

function Outcome({ report }: { readonly report: SlaReport }) {
  const result = report.metrics[0];
  if (result === undefined) return <p role="status">{t('settings.simulator.nothing')}</p>;
  const cycles = [
    ...result.completedCycles,
    ...(result.ongoingCycle === undefined ? [] : [result.ongoingCycle]),
  ];
  const instant = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div role="status">
      <p>
        {result.notApplicableWhy ??
          t('settings.simulator.state', { state: t(`settings.state.${result.state}`) })}
      </p>
      <ul>
        {cycles.map((cycle) => (
          <li key={cycle.n}>
            {t('settings.simulator.cycle', {
              n: cycle.n,
              goal: cycle.goal.name,
              start: instant.format(cycle.startTime),
              due: cycle.dueTime === undefined ? '–' : instant.format(cycle.dueTime),
              stop: cycle.stopTime === undefined ? '–' : instant.format(cycle.stopTime),
              state: t(`settings.state.${cycle.state}`),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
