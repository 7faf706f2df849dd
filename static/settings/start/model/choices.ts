/** What somebody chooses for a department, and what it starts with. */
import type { LocalTime, SlaDefinitions } from '../../../../src/sla/engine/model';
import { type PresetKey, usualHours } from '../../model/metric-preset';
import type { Department, DepartmentKey } from './template';

/** A calendar that is there, by its id; one of its own; or day and night. */
export type Hours =
  | { readonly kind: 'calendar'; readonly id: string }
  | { readonly kind: 'new'; readonly country: string; readonly opens: LocalTime; readonly closes: LocalTime }
  | { readonly kind: 'always' };

export interface Choices {
  readonly department: DepartmentKey;
  readonly projectId: string;
  /** The work types of what is delivered, and of what is broken. */
  readonly requestTypeId: string;
  readonly incidentTypeId: string;
  /** Ids of the department's templates. */
  readonly items: readonly string[];
  readonly owner: string;
  /** Empty: nobody is asked. */
  readonly approver: string;
  readonly hours: Hours;
  /** What fields that the space requires are filled with, where no answer does: a value's id, or text. */
  readonly constants: Readonly<Record<string, string>>;
  /** Whether SLAs measure only what is created from now on, or open work items as well. */
  readonly begin: 'new' | 'replay';
  /** Working hours promised; an SLA that is left out is not made. */
  readonly slas: Readonly<Partial<Record<PresetKey, number>>>;
}

/** The first working day of a department: its first response, and the delivery of what it delivers. */
const FIRST: readonly PresetKey[] = ['firstResponse', 'delivery'];

/** What is proposed: a calendar where the site has one, else office hours in the country of the viewer's locale. */
export const proposed = (
  viewer: { readonly accountId: string | null; readonly formatLocale: string },
  { calendars }: Pick<SlaDefinitions, 'calendars'>,
  projectId: string,
): Choices => ({
  department: 'general',
  projectId,
  requestTypeId: '',
  incidentTypeId: '',
  items: [],
  owner: viewer.accountId ?? '',
  approver: '',
  constants: {},
  begin: 'new',
  hours:
    calendars[0] === undefined
      ? { kind: 'new', country: countryOf(viewer.formatLocale), opens: '09:00', closes: '17:00' }
      : { kind: 'calendar', id: calendars[0].id },
  slas: Object.fromEntries(FIRST.map((key) => [key, usualHours(key)])),
});

/** The same for another department: all of its services. */
export const forDepartment = (choices: Choices, key: DepartmentKey, { items }: Department): Choices => ({
  ...choices,
  department: key,
  items: items.map(({ id }) => id),
});

interface NamedType {
  readonly id: string;
  readonly name: string;
}

const INCIDENT = /incident|bug|problem|инцидент|ошибка|сбой/i;
const REQUEST = /request|service|запрос|заявка/i;

/** The same for another space: work types whose names say what they are, else its first. */
export function forSpace(choices: Choices, projectId: string, types: readonly NamedType[]): Choices {
  const first = types[0]?.id ?? '';
  const called = (name: RegExp) => types.find((type) => name.test(type.name))?.id;
  return {
    ...choices,
    projectId,
    constants: projectId === choices.projectId ? choices.constants : {},
    requestTypeId: called(REQUEST) ?? first,
    incidentTypeId: called(INCIDENT) ?? called(REQUEST) ?? first,
  };
}

const countryOf = (locale: string): string => new Intl.Locale(locale).maximize().region ?? 'US';
