import type { SlaDisplay } from '../../src/sla/definitions/domain/display/model';
import { viewer } from './context';

type Day = 0 | 1 | 2 | 3 | 4 | 5 | 6;
const DAYS = { sun: 0, mon: 1, sat: 6 } as const;
const MONDAY = 1;

/** What browsers tell of a locale's week; not all do. */
interface WeekOf extends Intl.Locale {
  readonly getWeekInfo?: () => { readonly firstDay: number };
}

/** The first day of the week as the site has chosen, else as the viewer's locale has it; 0 is Sunday. Monday where nobody says. */
export function firstDayOf(chosen: SlaDisplay['firstDay']): Day {
  if (chosen !== 'locale') return DAYS[chosen];
  const locale: WeekOf = new Intl.Locale(viewer().formatLocale);
  return ((locale.getWeekInfo?.().firstDay ?? MONDAY) % 7) as Day;
}
