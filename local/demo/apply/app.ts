import { account } from '../company/accounts';
import { configDocument } from '../config';
import { applyItems, applyStructure, overDays } from './catalog';
import type { DemoSite } from './site';

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string; readonly fields?: unknown };
}

/** Calls the app and insists on a success. Throws with the app's own words otherwise. */
export async function ask(
  site: DemoSite,
  accountId: string,
  functionKey: string,
  payload: unknown,
): Promise<unknown> {
  const answer = (await site.call(accountId, functionKey, payload)) as Answer;
  if (answer.ok) return answer.value;
  const { code = 'UNKNOWN', message = '', fields } = answer.error ?? {};
  throw new Error(
    `${functionKey} as ${accountId}: ${code}: ${message} ${fields === undefined ? '' : JSON.stringify(fields)}`,
  );
}

type Call = (functionKey: string, payload: object) => Promise<unknown>;
type Done = Readonly<{ created: number; problems: readonly unknown[]; next?: number }>;
const AT_ONCE = 40;

/** Sends a configuration as the settings do, part by part, has it checked and takes it over. Answers how many are new. */
export async function importSections(call: Call, sections: Readonly<Record<string, readonly object[]>>) {
  const [upload, parts] = [crypto.randomUUID(), {} as Record<string, number>];
  for (const [section, all] of Object.entries(sections))
    for (let part = 0; part * AT_ONCE < all.length; parts[section] = ++part) {
      const members = all.slice(part * AT_ONCE, (part + 1) * AT_ONCE);
      await call('settings.stageImport', { upload, section, part, members });
    }
  const steps = async (dryRun: boolean, from = 0): Promise<number> => {
    const done = (await call('settings.import', { upload, parts, dryRun, from })) as Done;
    if (done.problems.length > 0) throw new Error(`The app refuses it: ${JSON.stringify(done.problems)}`);
    return done.created + (done.next === undefined ? 0 : await steps(dryRun, done.next));
  };
  await steps(true);
  return steps(false);
}

/** Gives the app its SLAs and people as a file, as its administrator would, and its catalog as whoever manages it; the app then adopts the requests it finds in Jira. */
export async function configureApp(site: DemoSite, pageIds: ReadonlyMap<string, string>): Promise<void> {
  const groupId = (name: string) => site.jira.users.createGroup(name).groupId;
  const { sections } = configDocument({
    groupId,
    pageId: (articleId) => pageIds.get(articleId) ?? articleId,
  });
  const { catalog: _catalog, category: _category, service: _service, item: _item, ...file } = sections;
  const as = (name: string) => (functionKey: string, sent: object) =>
    ask(site, account(name), functionKey, sent);
  const manage = overDays(as('sergey'), () => site.host.processes.recycle());
  await applyStructure(manage, sections);
  const created = await importSections(as('admin'), file);
  const items = await applyItems(manage, sections, site.now);
  site.log(`  ${created} definitions imported, ${items} services published`);
}

/** What happens every night on a real site: the app learns from the requests of the past, when it has taken them in. */
export async function learnForecasts(site: DemoSite): Promise<void> {
  await ask(site, account('sergey'), 'sla.learnForecasts', {});
  await site.settle();
}
