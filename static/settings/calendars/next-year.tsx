import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { Holiday, HolidaySource } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import { freshHolidays } from '../model/next-year';

interface Props {
  /** The year that has no holidays yet. */
  readonly year: number;
  readonly holidays: readonly Holiday[];
  readonly source: HolidaySource | undefined;
  readonly onAdd: (holidays: readonly Holiday[]) => void;
  /** Opens the import for holidays whose source is not known. */
  readonly onImport: () => void;
}

/** Says that next year's holidays are missing and adds them from where this year's came from, with one click. */
export function NextYear({ year, holidays, source, onAdd, onImport }: Props) {
  const [nothing, setNothing] = useState(false);
  const add = async (from: HolidaySource) => {
    const { publicHolidays } = await import('../../../src/sla/domain/public-holidays');
    const fresh = freshHolidays(publicHolidays({ ...from, year }), holidays);
    if (fresh.length === 0) setNothing(true);
    else onAdd([...holidays, ...fresh]);
  };
  return (
    <SectionMessage appearance="warning" title={t('settings.nextYear.title', { year: String(year) })}>
      <p>{t(nothing ? 'settings.nextYear.nothing' : 'settings.nextYear.text', { year: String(year) })}</p>
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
