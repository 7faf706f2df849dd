/** Definitions as they are stored, read part by part: one bad part never stops the others. */
import * as v from 'valibot';
import { agentsSchema } from '../../../engine/model/agents-schema';
import type { Misfit } from '../../../../kernel/malformed';
import type { Agreement, FormerDefinitions, MetricDefinition, SlaDefinitions } from '../../../engine/model';
import { agreementParts } from '../../../engine/model/agreement-parts';
import { idSchema, wholeSchema } from '../../../engine/model/base';
import { calendarSchema, holidaySetSchema } from '../../../engine/model/calendars';
import { tooDeep } from '../../../engine/model/conditions';
import { replayedMetricSchema } from '../../../engine/model/metric-parts';

const membersSchema = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.array(v.object({ id: idSchema, was: v.nullable(schema) }));

/** By which schemas the larger parts are read: whole, or as a replay needs them. */
export interface Parts {
  readonly metric: v.GenericSchema<unknown, MetricDefinition>;
  readonly agreement: v.GenericSchema<unknown, Agreement>;
}

export const REPLAYED: Parts = { metric: replayedMetricSchema, agreement: agreementParts };

const formerSchema = ({ metric, agreement }: Parts): v.GenericSchema<unknown, FormerDefinitions> =>
  v.object({
    version: wholeSchema,
    until: wholeSchema,
    scope: v.picklist(['new', 'future', 'replay']),
    metrics: membersSchema(metric),
    calendars: membersSchema(calendarSchema),
    holidaySets: membersSchema(holidaySetSchema),
    agreements: membersSchema(agreement),
  });

export interface Named {
  readonly kind: string;
  readonly input: unknown;
}

const subjectOf = ({ kind, input }: Named): string => {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof id === 'string' ? `${kind}:${id}` : kind;
};

const TOO_DEEP = { type: 'depth', requirement: undefined, input: undefined, message: '' };

type Checked<T> = { readonly value: T } | { readonly misfits: readonly Misfit[] };

/** A part of the definitions, or what is wrong with it. */
const check = <T>(schema: v.GenericSchema<unknown, T>, named: Named): Checked<T> => {
  const whose = subjectOf(named);
  if (tooDeep(named.input)) return { misfits: [{ whose, at: '', issue: TOO_DEEP }] };
  const result = v.safeParse(schema, named.input);
  if (result.success) return { value: result.output };
  return { misfits: result.issues.map((issue) => ({ whose, at: v.getDotPath(issue) ?? '', issue })) };
};

const shellSchema = v.object({
  schema: v.literal(1),
  version: v.optional(wholeSchema, 1),
  calendars: v.optional(v.array(v.unknown()), []),
  holidaySets: v.optional(v.array(v.unknown()), []),
  metrics: v.array(v.unknown()),
  agreements: v.optional(v.array(v.unknown()), []),
  sameSince: v.optional(wholeSchema),
  former: v.optional(v.array(v.unknown())),
  agents: v.optional(v.unknown()),
});

/** Whatever of the definitions can be read, and what can't. */
export interface ReadParts {
  readonly definitions: SlaDefinitions;
  readonly misfits: readonly Misfit[];
}

/** Misfits without a value only when the whole is not a set of definitions. */
export const readParts = (input: unknown, parts: Parts): Checked<ReadParts> => {
  const whole = check(shellSchema, { kind: 'definitions', input });
  if ('misfits' in whole) return whole;
  const { value: shell } = whole;
  const misfits: Misfit[] = [];
  const keep = <T>(schema: v.GenericSchema<unknown, T>, kind: string, parts: readonly unknown[]): T[] =>
    parts.flatMap((part) => {
      const result = check(schema, { kind, input: part });
      if ('value' in result) return [result.value];
      misfits.push(...result.misfits);
      return [];
    });
  const [agents] = shell.agents === undefined ? [] : keep(agentsSchema, 'agents', [shell.agents]);
  const definitions: SlaDefinitions = {
    schema: 1,
    version: shell.version,
    calendars: keep(calendarSchema, 'calendar', shell.calendars),
    holidaySets: keep(holidaySetSchema, 'holidaySet', shell.holidaySets),
    metrics: keep(parts.metric, 'metric', shell.metrics),
    agreements: keep(parts.agreement, 'agreement', shell.agreements),
    ...(agents === undefined ? {} : { agents }),
    ...(shell.sameSince === undefined ? {} : { sameSince: shell.sameSince }),
    ...(shell.former === undefined ? {} : { former: keep(formerSchema(parts), 'former', shell.former) }),
  };
  return { value: { definitions, misfits } };
};
