import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useDeferredValue, useState } from 'react';
import type { Sample } from '../../../../src/sla/definitions/domain/answers/definitions';
import type { MetricDefinition, SlaDefinitions, SlaTestCase } from '../../../../src/sla/engine/model';
import { call, RequestFailed } from '../../../shared/api';
import { errorText } from '../../../shared/error-text';
import { t } from '../../../shared/i18n';
import type { FieldCatalog } from '../../model/field-catalog';
import { problemText } from '../../model/problem-text';
import forms from '../../../kit/forms.module.css';
import { SampleResult } from './sample-result';

/** What is tried out. */
export interface Trial {
  readonly metric: MetricDefinition;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  /** Left out where nothing may be changed. */
  readonly onMakeTest?: ((test: SlaTestCase) => void) | undefined;
}

/**
 * Real work items replayed with the metric as it stands in the editor; nothing is saved. Their histories are read once,
 * then every edit of the metric shows at once.
 */
export function Simulator(trial: Trial) {
  const { metric } = trial;
  const [query, setQuery] = useState('');
  const [busy, setBusy] = useState(false);
  const [sample, setSample] = useState<Sample | null>(null);
  const [error, setError] = useState<string | null>(null);
  const edited = useDeferredValue(metric);

  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      setSample(await call('sla.simulate', { query: query.trim(), metric }));
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      setSample(null);
      setError(failure.fields.map((finding) => problemText(finding)).join(' ') || errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section>
      <h4 className={forms.heading}>{t('settings.simulator')}</h4>
      <p className={forms.hint}>{t('settings.simulator.hint')}</p>
      <div className={forms.field}>
        <label className={forms.label} htmlFor="simulate-query">
          {t('settings.simulator.query')}
        </label>
        <div className={forms.row}>
          <div className={forms.grow}>
            <Textfield
              id="simulate-query"
              value={query}
              placeholder={t('settings.simulator.placeholder')}
              isInvalid={error !== null}
              aria-describedby="simulate-note"
              onChange={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // Enter here asks the question; it does not save the metric.
                event.preventDefault();
                if (query.trim() !== '' && !busy) void run();
              }}
            />
          </div>
          <Button onClick={() => void run()} isDisabled={query.trim() === ''} isLoading={busy}>
            {t('settings.simulator.run')}
          </Button>
        </div>
        <div id="simulate-note">
          {error === null ? (
            <span className={forms.hint}>{t('settings.simulator.queryHint')}</span>
          ) : (
            <span className={forms.error} role="alert">
              {error}
            </span>
          )}
        </div>
      </div>
      {sample !== null && <SampleResult {...trial} sample={sample} metric={edited} />}
    </section>
  );
}
