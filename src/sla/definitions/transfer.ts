/** The definitions in files: each section's members, merged with what is stored. */
import type { ImportOutcome } from '../../kernel/answers';
import type { Editor } from '../../kernel/audit';
import type { Group, Incoming } from '../../kernel/group';
import { mergeMembers, NOTHING, sumOf } from '../../kernel/merge-members';
import { exported, parsed } from '../../kernel/section';
import { sameValues } from '../../kernel/same-values';
import { requestBackfill } from '../clocks/sync/forge-ports';
import type { SlaDefinitions } from '../engine/model';
import { reveals } from '../engine/compiled/requesters';
import { agents as agentsSection, MEMBERS } from './domain/sections';
import { readStoredDefinitions } from './stored/definitions-store';
import { changeDefinitions } from './change-definitions';
import { checkDefinitions } from './check-definitions';

export const definitionsGroup: Group = {
  sections: [...MEMBERS, agentsSection],
  async exported() {
    const { definitions } = await readStoredDefinitions();
    const members = MEMBERS.map(
      (section) =>
        [section.key, definitions[section.list].map((member) => exported(section, member))] as const,
    );
    return {
      ...Object.fromEntries(members),
      [agentsSection.key]: definitions.agents ? [definitions.agents] : [],
    };
  },
  take: importDefinitions,
};

/** All of a file's definitions as one change: rules look at them together. */
async function importDefinitions(
  incoming: Incoming,
  dryRun: boolean,
  editor: Editor,
): Promise<ImportOutcome> {
  const { definitions: current } = await readStoredDefinitions();
  const { merged, outcome } = merge(current, incoming);
  const errors = checkDefinitions(merged, editor.now).filter(({ severity }) => severity === 'error');
  const problems = [...outcome.problems, ...errors];
  if (!dryRun && problems.length === 0 && outcome.created + outcome.updated > 0) {
    const change = { version: current.version, action: 'sla.imported', subject: 'definitions' };
    await changeDefinitions({ ...change, apply: () => merged }, editor);
    // What Jira shows of finished work items changes too. At once: an import that is made again finds no difference.
    if (reveals(current, merged)) await requestBackfill('imported', 0);
  }
  return { ...outcome, problems };
}

function merge(current: SlaDefinitions, incoming: Incoming) {
  const members = MEMBERS.map((section) => ({
    list: section.list,
    ...mergeMembers(section, current[section.list], incoming[section.key] ?? []),
  }));
  const lists = Object.fromEntries(members.map(({ list, all }) => [list, all]));
  const agents = mergeAgents(current, incoming[agentsSection.key] ?? []);
  const merged: SlaDefinitions = { ...current, ...lists, ...agents.merged };
  return { merged, outcome: sumOf([...members.map(({ outcome }) => outcome), agents.outcome]) };
}

function mergeAgents({ agents: former }: SlaDefinitions, [input]: readonly unknown[]) {
  if (input === undefined) return { merged: {}, outcome: NOTHING };
  const read = parsed(agentsSection, input);
  if ('findings' in read) return { merged: {}, outcome: { ...NOTHING, problems: read.findings } };
  const same = sameValues(read.value, former);
  return { merged: { agents: read.value }, outcome: { ...NOTHING, [same ? 'unchanged' : 'updated']: 1 } };
}
