/** Everything of SLAs that a file holds, by the names it has in the definitions. */
import type { ImportOutcome } from '../../kernel/answers';
import type { Editor } from '../../kernel/audit';
import type { Incoming } from '../../kernel/group';
import { sumOf } from '../../kernel/merge-members';
import { exported } from '../../kernel/section';
import { MEMBERS } from '../definitions/domain/sections';
import type { PolicyConfig } from '../definitions/domain/policy/model';
import { displayStore } from '../definitions/stored/display-store';
import { policyStore } from '../definitions/stored/policy-store';
import { definitionsGroup } from '../definitions/transfer';
import type { SlaDefinitions } from '../engine/model';

export type SlaConfig = Pick<
  SlaDefinitions,
  'calendars' | 'holidaySets' | 'metrics' | 'agreements' | 'agents' | 'display'
> & { readonly policy?: PolicyConfig };

export async function exportSlaConfig(): Promise<SlaConfig> {
  const all = await definitionsGroup.exported();
  const [agents] = all['agents'] ?? [];
  return {
    ...Object.fromEntries(MEMBERS.map(({ key, list }) => [list, all[key]])),
    ...(agents && { agents }),
    policy: exported(policyStore.section, (await policyStore.read()).value),
    display: exported(displayStore.section, (await displayStore.read()).value),
  } as SlaConfig;
}

/** As the settings do it: nothing is taken over where anything is wrong. */
export async function importSlaConfig(
  config: unknown,
  dryRun: boolean,
  editor: Editor,
): Promise<ImportOutcome> {
  const given = config as Readonly<Record<string, unknown>>;
  const one = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value]);
  const incoming: Incoming = {
    ...Object.fromEntries(MEMBERS.map(({ key, list }) => [key, (given[list] ?? []) as readonly unknown[]])),
    agents: one(given['agents']),
  };
  const take = async (dry: boolean): Promise<ImportOutcome> =>
    sumOf([
      await definitionsGroup.take(incoming, dry, editor),
      await policyStore.take(one(given['policy']), dry, editor),
      await displayStore.take(one(given['display']), dry, editor),
    ]);
  const checked = await take(true);
  return dryRun || checked.problems.length > 0 ? checked : take(false);
}
