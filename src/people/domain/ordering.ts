/** Standing delegation: who orders for somebody. Their record says it, and nobody passes it on. */
import { isFormer } from '../../kernel/former-people';
import type { Assistant, PersonRecord } from './person';

/** Whether somebody orders for another on a day (`YYYY-MM-DD`), by the other's record. Whose record there is none lets nobody. */
export const ordersOn = (
  record: Pick<PersonRecord, 'assistants'> | undefined,
  assistant: string,
  day: string,
): boolean => record?.assistants.some((each) => each.id === assistant && isOn(each, day)) ?? false;

/** Whether a delegation holds on a day, its first and its last included. */
export const isOn = ({ from = '', until = 'a' }: Pick<Assistant, 'from' | 'until'>, day: string): boolean =>
  from <= day && day <= until;

/** Whether it has ended before a day. */
export const isPast = ({ until = 'a' }: Pick<Assistant, 'until'>, day: string): boolean => until < day;

/** Those with an account whose time is not over. */
export const presentAssistants = (
  record: Pick<PersonRecord, 'assistants'> | undefined,
  day: string,
): readonly Assistant[] =>
  (record?.assistants ?? []).filter((each) => !isPast(each, day) && !isFormer(each.id));

/** With one more, or with other days of one there is. Those whose time is over make room. */
export const withAssistant = (
  assistants: readonly Assistant[],
  added: Assistant,
  day: string,
): readonly Assistant[] => [
  ...assistants.filter((each) => each.id !== added.id && !isPast(each, day)),
  added,
];
