import { account } from '../company/accounts';
import { configDocument } from '../config';
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

interface Imported {
  readonly created: number;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** Gives the app its configuration, as its administrator would; the app then adopts the requests it finds in Jira. */
export async function configureApp(site: DemoSite, pageIds: ReadonlyMap<string, string>): Promise<void> {
  const document = configDocument({
    groupId: (name) => site.jira.users.createGroup(name).groupId,
    pageId: (articleId) => pageIds.get(articleId) ?? articleId,
  });
  const { created, problems } = (await ask(site, account('admin'), 'settings.import', {
    document,
    dryRun: false,
  })) as Imported;
  if (problems.length > 0) {
    throw new Error(
      `The app refuses the demo configuration: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`,
    );
  }
  site.log(`  ${created} definitions imported`);
}

/** What happens every night on a real site: the app learns from the requests of the past, when it has taken them in. */
export async function learnForecasts(site: DemoSite): Promise<void> {
  await ask(site, account('sergey'), 'sla.learnForecasts', {});
  await site.settle();
}
