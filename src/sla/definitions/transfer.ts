/** The definitions in a configuration file: each section's members, merged with what is stored. */
import type { Editor } from '../../kernel/audit';
import type { ImportOutcome } from '../../kernel/answers';
import { mergeMembers, NOTHING, sumOf } from '../../kernel/merge-members';
import { exported, parsed } from '../../kernel/section';
import { sameValues } from '../../kernel/same-values';
import { displayStore } from './stored/display-store';
import { readStoredDefinitions } from './stored/definitions-store';
import type { SlaDefinitions } from '../engine/model';
import type { PolicyConfig } from './domain/policy/model';
import { reveals } from '../engine/compiled/requesters';
import { agents as agentsSection, MEMBERS } from './domain/sections';
import { policyStore } from './stored/policy-store';
import { changeDefinitions } from './change-definitions';
import { checkDefinitions } from './check-definitions';

/** Members by the key of their section. */
export type Incoming = Readonly<Record<string, readonly unknown[]>>;

/** `reveals`: requesters see other metrics than before: what Jira shows of finished work items changes too. */
type DefinitionsOutcome = ImportOutcome & { readonly reveals: boolean };

/** The definitions as files carry them. */
export async function exportDefinitions(): Promise<Readonly<Record<string, readonly object[]>>> {
  const { definitions } = await readStoredDefinitions();
  return {
    ...Object.fromEntries(
      MEMBERS.map((section) => [
        section.key,
        definitions[section.list].map((member) => exported(section, member)),
      ]),
    ),
    ...(definitions.agents && { agents: [definitions.agents] }),
  };
}

/**
 * Merges definitions by id: members that are new are added, members that differ replaced, all others kept. Nothing is stored
 * with `dryRun`, with any error among the problems, or when nothing differs.
 */
export async function importDefinitions(
  incoming: Incoming,
  dryRun: boolean,
  editor: Editor,
): Promise<DefinitionsOutcome> {
  const { definitions: current } = await readStoredDefinitions();
  const { merged, outcome } = merge(current, incoming);
  const errors = checkDefinitions(merged, editor.now).filter(({ severity }) => severity === 'error');
  const problems = [...outcome.problems, ...errors];
  if (!dryRun && problems.length === 0 && outcome.created + outcome.updated > 0)
    await changeDefinitions(
      {
        version: current.version,
        action: 'sla.imported',
        subject: 'definitions',
        apply: () => merged,
      },
      editor,
    );
  return { ...outcome, problems, reveals: reveals(current, merged) };
}

function merge(current: SlaDefinitions, incoming: Incoming) {
  const outcomes: ImportOutcome[] = [];
  const lists = MEMBERS.map((section) => {
    const { all, outcome } = mergeMembers(section, current[section.list], incoming[section.key] ?? []);
    outcomes.push(outcome);
    return [section.list, all] as const;
  });
  const agents = mergeAgents(current, incoming['agents'] ?? []);
  const merged: SlaDefinitions = { ...current, ...Object.fromEntries(lists), ...agents.merged };
  return { merged, outcome: sumOf([...outcomes, agents.outcome]) };
}

function mergeAgents({ agents: former }: SlaDefinitions, [input]: readonly unknown[]) {
  if (input === undefined) return { merged: {}, outcome: NOTHING };
  const read = parsed(agentsSection, input);
  if ('findings' in read) return { merged: {}, outcome: { ...NOTHING, problems: read.findings } };
  const same = sameValues(read.value, former);
  return { merged: { agents: read.value }, outcome: { ...NOTHING, [same ? 'unchanged' : 'updated']: 1 } };
}

export type SlaConfig = Pick<
  SlaDefinitions,
  'calendars' | 'holidaySets' | 'metrics' | 'agreements' | 'agents' | 'display'
> & {
  /** Absent in files of versions that did not export it. */
  readonly policy?: PolicyConfig;
};

export async function exportSlaConfig(): Promise<SlaConfig> {
  const [definitions, policy, display] = await Promise.all([
    exportDefinitions(),
    policyStore.read(),
    displayStore.read(),
  ]);
  return {
    ...Object.fromEntries(MEMBERS.map(({ key, list }) => [list, definitions[key]])),
    ...(definitions['agents'] && { agents: definitions['agents'][0] }),
    policy: exported(policyStore.section, policy.value),
    display: exported(displayStore.section, display.value),
  } as SlaConfig;
}

/**
 * All of SLAs that a file holds. The singletons are documents of their own and are stored last: the same import again does
 * what one that broke off left.
 */
export async function importSlaConfig(
  config: unknown,
  dryRun: boolean,
  editor: Editor,
): Promise<DefinitionsOutcome> {
  const shell = (typeof config === 'object' && config !== null ? config : {}) as Record<string, unknown>;
  const list = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value]);
  const incoming = {
    ...Object.fromEntries(MEMBERS.map((section) => [section.key, (shell[section.list] ?? []) as unknown[]])),
    agents: list(shell['agents']),
  };
  const all = async (dry: boolean) => {
    const definitions = await importDefinitions(incoming, dry, editor);
    const policy = await policyStore.take(list(shell['policy']), dry, editor);
    const display = await displayStore.take(list(shell['display']), dry, editor);
    return { ...sumOf([definitions, policy, display]), reveals: definitions.reveals };
  };
  const checked = await all(true);
  return dryRun || checked.problems.length > 0 ? checked : all(false);
}
