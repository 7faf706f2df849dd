import * as v from 'valibot';
import type { AgentsRule } from '../agents/model';
import { agentsSchema } from '../agents/schema';
import type {
  Agreement,
  CalendarDefinition,
  FormerDefinitions,
  HolidaySet,
  MetricDefinition,
  SlaDefinitions,
} from '../model';
import { calendarSchema, dateSchema, holidaySetSchema, idSchema, nameSchema } from './calendar-schema';
import { tooDeep } from './condition-schema';
import { malformed } from './malformed';
import { metricSchema } from './metric-schema';
import { performanceSchema } from './performance-schema';
import type { Problem } from './problem';

export const agreementSchema = v.object({
  id: idSchema,
  name: nameSchema,
  kind: v.optional(v.picklist(['SLA', 'OLA', 'UC']), 'SLA'),
  parentId: v.optional(idSchema),
  provider: v.optional(nameSchema, ''),
  consumers: v.optional(v.array(nameSchema), []),
  serviceId: v.optional(idSchema),
  validFrom: v.optional(dateSchema),
  validTo: v.optional(dateSchema),
  responsible: v.optional(idSchema),
  reviewDate: v.optional(dateSchema),
  pageId: v.optional(idSchema),
  affectsParent: v.optional(v.picklist(['none', 'pause', 'open', 'breach']), 'none'),
  measuredOn: v.optional(
    v.variant('kind', [
      v.object({ kind: v.literal('child') }),
      v.object({
        kind: v.literal('link'),
        linkTypeId: idSchema,
        direction: v.picklist(['outward', 'inward', 'any']),
      }),
    ]),
  ),
  performance: v.optional(performanceSchema),
});

const membersSchema = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.array(v.object({ id: idSchema, was: v.nullable(schema) }));

const formerSchema: v.GenericSchema<unknown, FormerDefinitions> = v.object({
  version: v.pipe(v.number(), v.integer()),
  until: v.pipe(v.number(), v.integer()),
  scope: v.picklist(['new', 'future', 'replay']),
  metrics: membersSchema<MetricDefinition>(metricSchema),
  calendars: membersSchema<CalendarDefinition>(calendarSchema),
  holidaySets: membersSchema<HolidaySet>(holidaySetSchema),
  agreements: membersSchema<Agreement>(agreementSchema),
});

/** Input that isn't what it should be: the problems say what and where. */
export class InvalidDefinitionError extends Error {
  readonly code = 'INVALID_DEFINITION';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ code, whose, at }) => `${whose} ${at}: ${code}`).join(', '));
  }
}

interface Named {
  readonly kind: string;
  readonly input: unknown;
}

const subjectOf = ({ kind, input }: Named): string => {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof id === 'string' ? `${kind}:${id}` : kind;
};

const TOO_DEEP = { type: 'depth', requirement: undefined, input: undefined, message: '' };

type Parsed<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/** A part of the definitions, or what is wrong with it. */
export const check = <T>(schema: v.GenericSchema<unknown, T>, named: Named): Parsed<T> => {
  const whose = subjectOf(named);
  if (tooDeep(named.input)) return { problems: [malformed(whose, '', TOO_DEEP)] };
  const result = v.safeParse(schema, named.input);
  if (result.success) return { value: result.output };
  return {
    problems: result.issues.map((issue) => malformed(whose, v.getDotPath(issue) ?? '', issue)),
  };
};

export const parsed = <T>(result: Parsed<T>): T => {
  if ('problems' in result) throw new InvalidDefinitionError(result.problems);
  return result.value;
};

const shellSchema = v.object({
  schema: v.literal(1),
  version: v.optional(v.pipe(v.number(), v.integer()), 1),
  calendars: v.optional(v.array(v.unknown()), []),
  holidaySets: v.optional(v.array(v.unknown()), []),
  metrics: v.array(v.unknown()),
  agreements: v.optional(v.array(v.unknown()), []),
  sameSince: v.optional(v.pipe(v.number(), v.integer())),
  former: v.optional(v.array(v.unknown())),
  agents: v.optional(v.unknown()),
});

/** Definitions with whatever parsed, and a problem for each part that did not: one bad part never stops the others. */
export interface ParsedDefinitions {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Problem[];
}

/** @throws InvalidDefinitionError only when the whole is not a set of definitions. */
export const readDefinitions = (input: unknown): ParsedDefinitions => {
  const shell = parsed(check(shellSchema, { kind: 'definitions', input }));
  const problems: Problem[] = [];
  const keep = <T>(schema: v.GenericSchema<unknown, T>, kind: string, parts: readonly unknown[]): T[] =>
    parts.flatMap((part) => {
      const result = check(schema, { kind, input: part });
      if ('value' in result) return [result.value];
      problems.push(...result.problems);
      return [];
    });
  const [agents] = shell.agents === undefined ? [] : keep<AgentsRule>(agentsSchema, 'agents', [shell.agents]);
  const definitions: SlaDefinitions = {
    schema: 1,
    version: shell.version,
    calendars: keep<CalendarDefinition>(calendarSchema, 'calendar', shell.calendars),
    holidaySets: keep<HolidaySet>(holidaySetSchema, 'holidaySet', shell.holidaySets),
    metrics: keep<MetricDefinition>(metricSchema, 'metric', shell.metrics),
    agreements: keep<Agreement>(agreementSchema, 'agreement', shell.agreements),
    ...(agents === undefined ? {} : { agents }),
    ...(shell.sameSince === undefined ? {} : { sameSince: shell.sameSince }),
    ...(shell.former === undefined ? {} : { former: keep(formerSchema, 'former', shell.former) }),
  };
  return { definitions, problems };
};
