/** What can be configured of SLAs. */
import * as v from 'valibot';
import { refsIn, refsTo, type Visit } from '../../../../kernel/refs';
import type { Section } from '../../../../kernel/section';
import type { LocalizedText } from '../../../../kernel/text';
import type { AgentsRule } from '../../../engine/model/agents';
import { agentsSchema } from '../../../engine/model/agents-schema';
import { calendarSchema, holidaySetSchema } from '../../../engine/model/calendars';
import { code } from '../../../engine/model/code';
import { tooDeep } from '../../../engine/model/conditions';
import { agreementSchema, metricSchema } from '../../../engine/model/whole';
import type { SlaDisplay } from '../display/model';
import { displaySchema } from '../display/schema';
import type {
  Agreement,
  CalendarDefinition,
  HolidaySet,
  MetricDefinition,
  SlaDefinitions,
} from '../../../engine/model';
import type { SlaPolicy } from '../policy/model';
import { policySchema } from '../policy/schema';
import type { MemberKey } from './keys';
import { metricRefs } from './metric-refs';

const SLA = { subject: 'sla', roles: ['slaManager'] } as const;

/** A section whose members stand in a list of the definitions. */
export interface MemberSection<T extends { readonly id: string }> extends Section<T> {
  readonly key: MemberKey;
  nameOf(value: T): LocalizedText;
  readonly list: 'calendars' | 'holidaySets' | 'metrics' | 'agreements';
  /** What a deletion is refused with while something refers to the member. */
  readonly inUse: string;
}

/** Conditions nest: what is deeper than any can be is refused before a schema walks it. */
const shallow = <T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T> =>
  v.pipe(
    v.unknown(),
    v.check((input) => !tooDeep(input), code('MALFORMED')),
    schema,
  );

export const holidaySets: MemberSection<HolidaySet> = {
  ...SLA,
  key: 'holidaySet',
  list: 'holidaySets',
  inUse: 'HOLIDAY_SET_IN_USE',
  schema: shallow<HolidaySet>(holidaySetSchema),
  owned: [],
  nameOf: ({ name }) => ({ en: name }),
  eachRef: (set) => set,
};

export const calendars: MemberSection<CalendarDefinition> = {
  ...SLA,
  key: 'calendar',
  list: 'calendars',
  inUse: 'CALENDAR_IN_USE',
  schema: shallow<CalendarDefinition>(calendarSchema),
  owned: [],
  nameOf: ({ name }) => ({ en: name }),
  eachRef: (calendar, visit) => ({
    ...refsIn(visit, calendar, { baseId: 'calendar' }),
    holidaySetIds: refsTo(visit, 'holidaySet', calendar.holidaySetIds, 'holidaySetIds'),
  }),
};

const measuredOnRefs = (visit: Visit, { measuredOn }: Agreement): Pick<Agreement, 'measuredOn'> =>
  measuredOn?.kind === 'link'
    ? { measuredOn: refsIn(visit, measuredOn, { linkTypeId: 'linkType' }, 'measuredOn') }
    : {};

export const agreements: MemberSection<Agreement> = {
  ...SLA,
  key: 'agreement',
  list: 'agreements',
  inUse: 'AGREEMENT_IN_USE',
  schema: shallow<Agreement>(agreementSchema),
  owned: [],
  nameOf: ({ name }) => ({ en: name }),
  eachRef: (agreement, visit) => ({
    ...refsIn(visit, agreement, {
      parentId: 'agreement',
      serviceId: 'service',
      responsible: 'person',
      pageId: 'page',
    }),
    ...measuredOnRefs(visit, agreement),
  }),
};

/** Every save of a metric is its next version; its id never changes. One that was retired stays so. */
export const metrics: MemberSection<MetricDefinition> = {
  ...SLA,
  key: 'metric',
  list: 'metrics',
  inUse: 'METRIC_IN_USE',
  schema: shallow<MetricDefinition>(metricSchema),
  owned: ['version', 'retired'],
  nameOf: ({ name }) => name,
  stamp: (metric, former) => ({ ...metric, version: (former?.version ?? 0) + 1 }),
  eachRef: metricRefs,
};

/** Who counts as an agent. */
export const agents: Section<AgentsRule> = {
  ...SLA,
  key: 'agents',
  schema: agentsSchema,
  owned: [],
  eachRef: (rule, visit) => {
    if (rule.by === 'groups') return { ...rule, groups: refsTo(visit, 'group', rule.groups, 'groups') };
    if (rule.by === 'assignable') return rule;
    const roles = rule.roles.map((role) => {
      const target = visit({ kind: 'role', id: role.id, at: 'roles' });
      return target === undefined ? role : { id: target.id, name: target.name ?? role.name };
    });
    return { ...rule, roles };
  },
};

/** How clocks are shown. */
export const display: Section<SlaDisplay> = {
  ...SLA,
  key: 'display',
  schema: displaySchema,
  owned: [],
  eachRef: (value, visit) => refsIn(visit, value, { groupField: 'field' }),
};

/** When people may be told, and how far those who fulfil may go by hand. Whether safe mode is on is no setting to pass on. */
export const policy: Section<SlaPolicy> = {
  ...SLA,
  key: 'policy',
  schema: policySchema,
  owned: ['safeModeSince'],
  eachRef: (value, visit) => refsIn(visit, value, { contact: 'person' }),
};

export type Member = SlaDefinitions[MemberSection<never>['list']][number];

/** The sections of the definitions, in the order in which one may refer to those before it. */
export const MEMBERS: readonly MemberSection<Member>[] = [holidaySets, calendars, agreements, metrics];

const byKey = new Map(MEMBERS.map((section) => [section.key, section]));

export function memberSection(key: MemberKey): MemberSection<Member> {
  const section = byKey.get(key);
  if (section === undefined) throw new Error(`There is no section ${key}.`);
  return section;
}
