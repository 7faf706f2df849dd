/** Saving and deleting a shared set of holidays. */
import { notFound } from '../../kernel/errors';
import { parseHolidaySet } from './domain';
import type { HolidaySet } from '../engine/model';
import { changeAndRecompute } from './change-and-recompute';
import type { Changed, Editor, MemberSave } from './change-definitions';
import { inUse, parsed, withMember, withoutMember } from './members';

/** Every calendar that uses the set is checked again with it. @throws INVALID_DEFINITION */
export function holidaySetSave(input: unknown): MemberSave {
  const holidaySet: HolidaySet = parsed(parseHolidaySet, input);
  return {
    action: 'sla.holidaySet.saved',
    subject: `holidaySet:${holidaySet.id}`,
    subjectName: { en: holidaySet.name },
    apply: (current) => ({ ...current, holidaySets: withMember(current.holidaySets, holidaySet) }),
  };
}

/** @throws INVALID_DEFINITION naming the calendars that use it; NOT_FOUND, CONFLICT */
export function deleteHolidaySet(version: number, holidaySetId: string, editor: Editor): Promise<Changed> {
  return changeAndRecompute(
    {
      version,
      action: 'sla.holidaySet.deleted',
      subject: `holidaySet:${holidaySetId}`,
      subjectName: { en: holidaySetId },
      apply: (current) => {
        if (!current.holidaySets.some(({ id }) => id === holidaySetId)) throw notFound('The holiday set');
        const uses = current.calendars
          .filter(({ holidaySetIds }) => holidaySetIds.includes(holidaySetId))
          .map(({ id, name }) => ({ whose: `calendar:${id}`, at: 'holidaySetIds', name }));
        if (uses.length > 0) throw inUse('HOLIDAY_SET_IN_USE', uses);
        return { ...current, holidaySets: withoutMember(current.holidaySets, holidaySetId) };
      },
    },
    editor,
  );
}
