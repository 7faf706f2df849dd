import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type {
  CalendarDefinition,
  CalendarException,
  Holiday,
  HolidaySource,
} from '../../../src/sla/engine/model';
import { locale, t } from '../../shared/i18n';
import { freshHolidays } from '../model/next-year';

interface Props {
  /** The year that has no holidays yet. */
  readonly year: number;
  readonly holidays: readonly Holiday[];
  readonly source: HolidaySource | undefined;
  /** Whose hours are cut on days that are off in part, and the dates that have their own already; a set has neither. */
  readonly hours?: Pick<CalendarDefinition, 'week' | 'exceptions'>;
  readonly onAdd: (holidays: readonly Holiday[], exceptions: readonly CalendarException[]) => void;
  /** Opens the import for holidays whose source is not known. */
  readonly onImport: () => void;
}

/** Says that next year's holidays are missing and adds them from where this year's came from, with one click. */
export function NextYear({ year, holidays, source, hours, onAdd, onImport }: Props) {
  const [nothing, setNothing] = useState(false);
  const add = async (from: HolidaySource) => {
    const { publicDays } = await import('../model/public-days');
    const found = publicDays(
      { source: from, years: [year], locale: locale(), present: holidays },
      hours?.week,
    );
    const fresh = freshHolidays(found.holidays, holidays);
    const own = new Set(hours?.exceptions.map(({ date }) => date));
    const exceptions = found.exceptions.filter(({ date }) => !own.has(date));
    if (fresh.length === 0 && exceptions.length === 0) setNothing(true);
    else onAdd([...holidays, ...fresh], exceptions);
  };
  return (
    <SectionMessage appearance="warning" title={t('settings.nextYear.title', { year: String(year) })}>
      <p>{t(nothing ? 'settings.nextYear.nothing' : 'settings.nextYear.text', { year: String(year) })}</p>
      {source !== undefined && !nothing && (
        <p>{t(hours === undefined ? 'settings.nextYear.wholeDays' : 'settings.nextYear.partDays')}</p>
      )}
      {source === undefined || nothing ? (
        <Button onClick={onImport}>{t('settings.calendar.import')}</Button>
      ) : (
        <Button onClick={() => void add(source)}>
          {t('settings.nextYear.add', { year: String(year), place: source.region ?? source.country })}
        </Button>
      )}
    </SectionMessage>
  );
}
