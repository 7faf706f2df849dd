import Button from '@atlaskit/button/default/button';
import { useEffect, useRef } from 'react';
import type { ForecastState } from '../../../src/sla/forecast/domain/answers';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { call } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { pollDelay } from '../../shared/poll-delay';
import { useLoad } from '../../shared/use-load';
import { Progress } from '../change/progress';
import forms from '../../kit/forms.module.css';
import { ListTable } from '../../kit/list/list-table';
import { Loading } from '../shared/loading';
import { useSave } from '../shared/use-save';

interface Props {
  readonly metrics: readonly Pick<MetricDefinition, 'id' | 'name'>[];
  readonly readOnly: boolean;
}

const POLL_MS = 2_000;

/** What forecasts are made of and how good they would have been; learning can be asked for at once. */
export function ForecastsSection({ metrics, readOnly }: Props) {
  const { loaded, reload, replace } = useLoad('forecasts', () => call('sla.forecasts', {}));
  const save = useSave();
  const asked = useRef(0);
  const state = loaded.state === 'ready' ? loaded.value : null;
  useEffect(() => {
    if (!state?.learning) {
      asked.current = 0;
      return undefined;
    }
    const timer = setTimeout(reload, pollDelay(asked.current, POLL_MS));
    asked.current += 1;
    return () => clearTimeout(timer);
  }, [state, reload]);
  const learn = () =>
    save.run(async () => {
      replace(await call('sla.learnForecasts', {}));
      return null;
    });
  return (
    <section aria-labelledby="forecasts">
      <h3 id="forecasts" className={forms.heading}>
        {t('settings.forecast.title')}
      </h3>
      <p className={forms.hint}>{t('settings.forecast.intro')}</p>
      {save.error}
      {loaded.state === 'ready' ? (
        <>
          <LearnedTable state={loaded.value} metrics={metrics} />
          <Learning state={loaded.value} />
        </>
      ) : (
        <Loading loaded={loaded} onRetry={reload} />
      )}
      {!readOnly && state !== null && (
        <div className={forms.actions}>
          <Button isDisabled={save.saving || state.learning !== null} onClick={() => void learn()}>
            {t('settings.forecast.learn')}
          </Button>
        </div>
      )}
    </section>
  );
}

const COLUMNS = ['metric', 'known', 'asked', 'called', 'right', 'breached'] as const;

function LearnedTable({ state, metrics }: Pick<Props, 'metrics'> & { readonly state: ForecastState }) {
  const rows = metrics.flatMap(({ id, name }) => {
    const learned = state.metrics.find((each) => each.id === id);
    if (learned === undefined) return [];
    const { asked, called, right, breached } = learned.test;
    const tested = asked === 0 ? ['–', '–', '–', '–'] : [asked, called, shareText(right, called), breached];
    return [{ id, cells: [localized(name), learned.courses, ...tested] }];
  });
  return (
    <ListTable
      caption={t('settings.forecast.title')}
      columns={COLUMNS.map((column) => t(`settings.forecast.column.${column}`))}
      rows={rows}
      empty={t('settings.forecast.nothing')}
    />
  );
}

const shareText = (part: number, whole: number): string =>
  whole === 0 ? '–' : t('settings.forecast.share', { n: part, percent: Math.round((part / whole) * 100) });

/** When it was learned, or how far it is. */
function Learning({ state: { learnedAt, learning } }: { readonly state: ForecastState }) {
  return (
    <div role="status">
      {learning !== null && (
        <>
          <p className={forms.hint}>
            {learning.total === null
              ? t('settings.forecast.begun')
              : t('settings.forecast.learning', { looked: learning.looked, total: learning.total })}
          </p>
          <Progress
            label={t('settings.forecast.begun')}
            checked={learning.looked}
            total={learning.total ?? 0}
          />
        </>
      )}
      {learning === null && learnedAt !== null && (
        <p className={forms.hint}>{t('settings.forecast.learned', { at: formatDateTime(learnedAt) })}</p>
      )}
    </div>
  );
}
