/** Arguments of JQL functions: anybody may type anything. */
import type { SlaDefinitions } from '../../../engine/model';
import { type Clause, equal, quoted } from './clause';
import type { Slot } from './indexed';

/** Why a call means nothing, in a sentence for whoever searches. */
export class JqlRefusal extends Error {}

const WALL = /^\d{1,5}[mhdw](\s+\d{1,5}[mhdw])*$/i;

/** A period of wall time such as `4h` or `1d 12h`, as JQL's dates take it. */
export function period(text: string): string {
  const trimmed = text.trim().toLowerCase();
  if (WALL.test(trimmed)) return quoted(trimmed);
  throw new JqlRefusal(
    `"${text}" is not a period. Write a number with m, h, d or w, such as "4h" or "1d 12h".`,
  );
}

const WORKING = /^(<=|>=|<|>|=)\s*(?:(\d{1,5})h)?\s*(?:(\d{1,5})m)?$/i;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export interface Amount {
  readonly op: '<' | '<=' | '>' | '>=' | '=';
  readonly ms: number;
}

/** A comparison with an amount of working time such as `< 2h` or `>= 1h 30m`. Days are refused: calendars differ in theirs. */
export function amount(text: string): Amount {
  const match = WORKING.exec(text.trim());
  const [, op, hours, minutes] = match ?? [];
  if (op === undefined || (hours === undefined && minutes === undefined))
    throw new JqlRefusal(
      `"${text}" is not a comparison of working time. Write <, <=, >, >= or = with hours and minutes, such as "< 2h" or ">= 1h 30m".`,
    );
  return { op: op as Amount['op'], ms: Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS };
}

/** Whether a metric of an issue is the named one, or belongs to the named agreement. */
export type Selector = (slot: Slot) => Clause;

const same = (left: string | undefined, right: string): boolean =>
  left?.trim().toLowerCase() === right.trim().toLowerCase();

/**
 * A metric by its id or its name in any language, else an agreement; case does not matter. The copy that is searched has
 * nothing of hidden metrics. Jira does not tell who searches: a refusal names what they typed, and nothing that is defined.
 */
export function selector(text: string, { metrics: all, agreements }: SlaDefinitions): Selector {
  const metrics = all.filter(({ visibility }) => visibility !== 'hidden');
  const metric =
    metrics.find(({ id }) => same(id, text)) ??
    metrics.find(({ name }) => Object.values(name).some((said) => same(said, text)));
  if (metric !== undefined) return (slot) => equal(slot('id'), metric.id);
  const agreement =
    agreements.find(({ id }) => same(id, text)) ?? agreements.find(({ name }) => same(name, text));
  if (agreement !== undefined) return (slot) => equal(slot('agreement'), agreement.id);
  throw new JqlRefusal(
    `There is no SLA metric or agreement "${text}". The SLA panel of a work item names those you may see.`,
  );
}
