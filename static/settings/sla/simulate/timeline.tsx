import Button from '@atlaskit/button/default/button';
import { useMemo, useState } from 'react';
import { goalsOf } from '../../../../src/sla/engine/model/goals-of';
import { calendarOf } from '../../../../src/sla/engine';
import { judgedCycle } from '../../../../src/sla/engine/report/outcome';
import { type Comparison, simulateOne } from '../../../../src/sla/definitions/domain/simulate/simulate';
import { freezeTest } from '../../../../src/sla/definitions/domain/testcases/freeze';
import { viewer } from '../../../shared/context';
import { t } from '../../../shared/i18n';
import { issueUrl, openInNewTab } from '../../../shared/navigation';
import { StepList } from '../../../sla-panel/why/step-list';
import { Timeline as CycleTimeline } from '../../../sla-panel/why/timeline';
import forms from '../../../kit/forms.module.css';
import styles from './simulate.module.css';
import type { Trial } from './simulator';

interface Props extends Trial {
  readonly row: Comparison;
  readonly asOf: number;
}

/** What happened to the clock of one work item, as the SLA panel tells it; and a way to keep it as a test case. */
export function Timeline({ row: { history }, asOf, metric, definitions, catalog, onMakeTest }: Props) {
  const result = useMemo(
    () => simulateOne(definitions, metric, history, asOf),
    [definitions, metric, history, asOf],
  );
  const [made, setMade] = useState<'made' | 'tooLong' | null>(null);
  const cycle = result === undefined ? undefined : judgedCycle(result);
  const told = {
    history,
    names: {
      statuses: Object.fromEntries(catalog.valuesOf('status').map(({ value, label }) => [value, label])),
      goals: Object.fromEntries(goalsOf(metric).map(({ id, name }) => [id, name])),
    },
    dayMs: calendarOf(definitions, cycle?.calendarId ?? null).nominalDayMs,
    calendarName: '',
    now: asOf,
  };
  const makeTest = () => {
    const of = { id: crypto.randomUUID(), name: history.issueKey, history, now: asOf };
    const test = freezeTest({ ...of, zone: cycle?.zone ?? viewer().zone }, metric, definitions);
    setMade(test === null ? 'tooLong' : 'made');
    if (test !== null) onMakeTest?.(test);
  };
  return (
    <div className={styles.timeline}>
      {cycle !== undefined && <CycleTimeline cycle={cycle} told={told} />}
      {result !== undefined && result.events.length > 0 && (
        <StepList steps={result.events} breachTime={cycle?.breachTime} told={told} />
      )}
      <div className={forms.row}>
        {onMakeTest !== undefined && <Button onClick={makeTest}>{t('settings.test.make')}</Button>}
        <Button appearance="subtle" onClick={() => void openInNewTab(issueUrl(history.issueKey))}>
          {t('settings.simulator.openItem', { key: history.issueKey })}
        </Button>
        {made === 'made' && <span role="status">{t('settings.test.made')}</span>}
        {made === 'tooLong' && (
          <span className={forms.error} role="alert">
            {t('settings.test.tooLong')}
          </span>
        )}
      </div>
    </div>
  );
}
