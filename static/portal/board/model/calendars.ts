import type { Board } from '../../../../src/sla/board/domain/answers';
import type { Calendar } from '../../../../src/sla/engine/calendar/calendar';
import { calendar247, compileCalendar } from '../../../../src/sla/engine/calendar/compile';

export interface Calendars {
  readonly version: number;
  /** Undefined for a calendar that these definitions don't have, or that gives no working time. */
  readonly byId: (id: string | null) => Calendar | undefined;
}

/** The calendars of a board's answer, each compiled when first asked for. */
export function calendarsOf(
  version: number,
  { calendars, holidaySets }: NonNullable<Board['calendars']>,
): Calendars {
  const compiled = new Map<string, Calendar | undefined>();
  const compile = (id: string): Calendar | undefined => {
    const definition = calendars.find((calendar) => calendar.id === id);
    if (definition === undefined) return undefined;
    try {
      return compileCalendar(definition, holidaySets);
    } catch {
      return undefined; // told in the settings; the board counts on with what the backend read
    }
  };
  return {
    version,
    byId: (id) => {
      if (id === null) return calendar247;
      if (!compiled.has(id)) compiled.set(id, compile(id));
      return compiled.get(id);
    },
  };
}
