/** The SLA part of the whole configuration as one document. */
import * as v from 'valibot';
import { InvalidDefinitionError, type ParsedDefinitions, readDefinitions } from './domain';
import { malformed } from './domain/rules/malformed';
import { displaySchema } from './domain/display/schema';
import type { SlaDefinitions } from '../engine/model';
import { reveals } from '../engine/compiled/requesters';
import { readStoredDefinitions } from './stored/definitions-store';
import { changeDefinitions, type Editor } from './change-definitions';
import type { PolicyConfig } from './domain/policy/model';
import { checkDefinitions } from './check-definitions';
import type { ImportOutcome } from '../../kernel/answers';
import { exportPolicy, importPolicy } from './policy-transfer';

/** `reveals`: requesters see other metrics than before: what Jira shows of finished work items changes too. */
type SlaImportOutcome = ImportOutcome & { readonly reveals: boolean };

export type SlaConfig = Pick<
  SlaDefinitions,
  'calendars' | 'holidaySets' | 'metrics' | 'agreements' | 'agents' | 'display'
> & {
  /** Absent in files of versions that did not export it. */
  readonly policy?: PolicyConfig;
};

export async function exportSlaConfig(): Promise<SlaConfig> {
  const [{ definitions }, policy] = await Promise.all([readStoredDefinitions(), exportPolicy()]);
  const { calendars, holidaySets, metrics, agreements, agents, display } = definitions;
  return {
    calendars,
    holidaySets,
    metrics,
    agreements,
    policy,
    ...(agents === undefined ? {} : { agents }),
    ...(display === undefined ? {} : { display }),
  };
}

/**
 * Merges a configuration by id: members that are new are added, members that differ replaced, all others kept.
 * Nothing is stored with `dryRun`, with any error among the problems, or when nothing differs. The notification settings
 * are a document of their own and are stored last: the same import again does what one that broke off left.
 */
export async function importSlaConfig(
  config: unknown,
  dryRun: boolean,
  editor: Editor,
): Promise<SlaImportOutcome> {
  const { definitions: current } = await readStoredDefinitions();
  const read = incomingOf(config);
  const { created, updated, unchanged, merged } = merge(current, read.definitions);
  const errors = checkDefinitions(merged, editor.now).filter(({ severity }) => severity === 'error');
  const wantedPolicy = shellOf(config)['policy'];
  const policy = await importPolicy(wantedPolicy, true, editor);
  const problems = [...read.problems, ...errors, ...policy.problems];
  if (!dryRun && problems.length === 0 && created + updated > 0) {
    await changeDefinitions(
      {
        version: current.version,
        action: 'sla.imported',
        subject: 'definitions',
        apply: () => merged,
      },
      editor,
    );
  }
  if (!dryRun && problems.length === 0) await importPolicy(wantedPolicy, false, editor);
  return {
    created: created + policy.created,
    updated: updated + policy.updated,
    unchanged: unchanged + policy.unchanged,
    problems,
    reveals: reveals(current, merged),
  };
}

const shellOf = (config: unknown): Readonly<Record<string, unknown>> =>
  typeof config === 'object' && config !== null ? (config as Readonly<Record<string, unknown>>) : {};

function incomingOf(config: unknown): ReturnType<typeof readDefinitions> {
  const shell = { calendars: [], holidaySets: [], metrics: [], agreements: [] };
  try {
    const given = shellOf(config);
    const read = readDefinitions({ ...shell, ...given, schema: 1, version: 0 });
    return 'display' in given ? withDisplay(read, given.display) : read;
  } catch (error) {
    if (!(error instanceof InvalidDefinitionError)) throw error;
    return { definitions: { ...shell, schema: 1, version: 0 }, problems: error.problems };
  }
}

function withDisplay(read: ParsedDefinitions, given: unknown): ParsedDefinitions {
  const display = v.safeParse(displaySchema, given);
  if (display.success) return { ...read, definitions: { ...read.definitions, display: display.output } };
  const [issue] = display.issues;
  const problem = malformed({ whose: 'display', at: v.getDotPath(issue) ?? '', issue });
  return { ...read, problems: [...read.problems, problem] };
}

type Counts = Omit<ImportOutcome, 'problems'>;

function merge(
  current: SlaDefinitions,
  incoming: SlaDefinitions,
): Counts & { readonly merged: SlaDefinitions } {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const metrics = mergeMembers(current.metrics, incoming.metrics, counts, (metric, former) => ({
    ...metric,
    version: former === undefined ? 1 : former.version + 1,
  }));
  const merged: SlaDefinitions = {
    ...current,
    calendars: mergeMembers(current.calendars, incoming.calendars, counts),
    holidaySets: mergeMembers(current.holidaySets, incoming.holidaySets, counts),
    metrics,
    agreements: mergeMembers(current.agreements, incoming.agreements, counts),
    ...mergeSetting('agents', current, incoming, counts),
    ...mergeSetting('display', current, incoming, counts),
  };
  return { ...counts, merged };
}

function mergeSetting<K extends 'agents' | 'display'>(
  name: K,
  current: SlaDefinitions,
  incoming: SlaDefinitions,
  counts: { updated: number; unchanged: number },
): Pick<SlaDefinitions, K> | Record<string, never> {
  if (incoming[name] === undefined) return {};
  counts[JSON.stringify(incoming[name]) === JSON.stringify(current[name]) ? 'unchanged' : 'updated'] += 1;
  return { [name]: incoming[name] } as Pick<SlaDefinitions, K>;
}

function mergeMembers<T extends { readonly id: string }>(
  current: readonly T[],
  incoming: readonly T[],
  counts: { created: number; updated: number; unchanged: number },
  stamp: (member: T, former: T | undefined) => T = (member) => member,
): readonly T[] {
  const merged = new Map(current.map((member) => [member.id, member]));
  for (const member of incoming) {
    const former = merged.get(member.id);
    if (former !== undefined && sameContent(former, member)) counts.unchanged += 1;
    else {
      counts[former === undefined ? 'created' : 'updated'] += 1;
      merged.set(member.id, stamp(member, former));
    }
  }
  return [...merged.values()];
}

/** A metric's own version number counts its saves; it is no part of what it says. */
const sameContent = (left: object, right: object): boolean =>
  JSON.stringify({ ...left, version: 0 }) === JSON.stringify({ ...right, version: 0 });
