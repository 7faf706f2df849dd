/** What the app may know of people it is about to tell something. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { type Language, languageOf } from '../../../kernel/text';
import { appAccountId } from './app-account';
import { findJira, readJira } from '../client';
import { ifJiraTells, unlessRefused } from '../if-told';

export interface Person {
  readonly active: boolean;
  readonly name: string;
  /** `null` when Jira does not tell: people may hide it. */
  readonly language: Language | null;
}

const personSchema = v.object({
  accountId: v.string(),
  active: v.optional(v.boolean(), true),
  displayName: v.optional(v.string(), ''),
  locale: v.nullish(v.string()),
});
type JiraPerson = v.InferOutput<typeof personSchema>;

/** Jira tells languages one person at a time: for more than so many it is not worth the calls. */
const MOST_ASKED_ONE_BY_ONE = 5;
const MOST_ASKED_AT_ONCE = 100;

/**
 * Those of the accounts that Jira knows, as the app. Languages are known of at most five at a time, and of nobody where the
 * app may not browse people.
 */
export async function peopleNow(accountIds: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(accountIds)].slice(0, MOST_ASKED_AT_ONCE);
  const each = ids.length > MOST_ASKED_ONE_BY_ONE ? null : await unlessRefused(oneByOne(ids));
  const found = each ?? (await inBulk(ids));
  return new Map(
    found.map(({ accountId, active, displayName: name, locale }) => [
      accountId,
      { active, name, language: locale ? languageOf(locale) : null },
    ]),
  );
}

/** Display names by account id, asked as the app; accounts Jira does not know are left out, and those beyond the hundredth. */
export async function namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(accountIds)].slice(0, MOST_ASKED_AT_ONCE);
  const found = ids.length === 0 ? [] : await inBulk(ids);
  return new Map(found.map(({ accountId, displayName }) => [accountId, displayName]));
}

/**
 * Those of the accounts that Jira knows, each with whether it is active. `null` while Jira can't say, or may not tell the app:
 * not knowing is no reason to pass somebody over.
 */
export async function knownAccounts(
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, boolean> | null> {
  const ids = [...new Set(accountIds)].filter((id) => id !== '');
  const pages = Array.from({ length: Math.ceil(ids.length / MOST_ASKED_AT_ONCE) }, (_, page) =>
    ids.slice(page * MOST_ASKED_AT_ONCE, (page + 1) * MOST_ASKED_AT_ONCE),
  );
  const people = await ifJiraTells(Promise.all(pages.map(inBulk)));
  return people && new Map(people.flat().map(({ accountId, active }) => [accountId, active]));
}

/** Those of the accounts that Jira says are switched off or not there; nobody while it can't say. */
export async function peopleGone(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await knownAccounts(accountIds);
  return new Set(known === null ? [] : accountIds.filter((id) => id !== '' && known.get(id) !== true));
}

const oneByOne = async (ids: readonly string[]): Promise<readonly JiraPerson[]> => {
  const found = await Promise.all(
    ids.map((id) => findJira(api.asApp().requestJira(route`/rest/api/3/user?accountId=${id}`), personSchema)),
  );
  return found.filter((person) => person !== null);
};

async function inBulk(ids: readonly string[]): Promise<readonly JiraPerson[]> {
  const query = new URLSearchParams(ids.map((id) => ['accountId', id]));
  query.set('maxResults', String(MOST_ASKED_AT_ONCE));
  const { values } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/user/bulk?${query}`),
    v.object({ values: v.array(personSchema) }),
  );
  return values;
}

const MOST_LOOKED_AT = 50;

/**
 * Which of some accounts may see a work item, as the app. At most fifty are asked about: the rest is among them, as not asking
 * is no reason to pass somebody over, and Jira mails nobody who may not. `null` when Jira refuses to tell. To an app without *Browse users and groups* it answers with nobody at all: see `tellsViewers`.
 */
export async function viewersOf(
  issueKey: string,
  accountIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const ids = [...new Set(accountIds)];
  const asked = ids.slice(0, MOST_LOOKED_AT).map((id) => maySee(issueKey, id));
  const seen = await unlessRefused(Promise.all(asked));
  return seen && new Set(ids.filter((_, index) => seen[index] ?? true));
}

/** Whether Jira tells the app who sees a work item: the app's own account does, so it must be among them. */
export const tellsViewers = async (issueKey: string): Promise<boolean> =>
  ((await viewersOf(issueKey, [await appAccountId()]))?.size ?? 0) > 0;

async function maySee(issueKey: string, accountId: string): Promise<boolean> {
  const found = await readJira(
    api
      .asApp()
      .requestJira(
        route`/rest/api/3/user/viewissue/search?accountId=${accountId}&issueKey=${issueKey}&maxResults=1`,
      ),
    v.array(v.object({ accountId: v.string() })),
  );
  return found.some((person) => person.accountId === accountId);
}

/** The address of the Jira site, for links in messages. */
export async function siteAddress(): Promise<string> {
  const { baseUrl } = await readJira(
    api.asApp().requestJira(route`/rest/api/3/serverInfo`),
    v.object({ baseUrl: v.string() }),
  );
  return baseUrl;
}
