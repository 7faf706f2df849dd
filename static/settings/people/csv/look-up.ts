/** Whom Jira knows under what a table says: an account id, a name, or an e-mail where Jira shows it. */
import { accountsIn } from '../../../../src/kernel/former-people';
import { type FoundUser, readUsers, searchUsers } from '../../../shared/user-picker/users';

/** The account, where it is sure; else who it may be. */
export type Found = { readonly accountId: string } | { readonly maybe: readonly FoundUser[] };

const isAccount = (text: string): boolean => accountsIn(text).has(text);

const folded = (text: string): string =>
  text.trim().toLocaleLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');

/** As many questions at once: Jira rations what it answers about people. */
const AT_ONCE = 4;

/** Throws `ProductFailed`. `progress` is told how many of them are looked up. */
export async function lookUp(
  texts: readonly string[],
  progress: (done: number) => void,
): Promise<ReadonlyMap<string, Found>> {
  const accounts = texts.filter(isAccount);
  const known = new Set((await readUsers(accounts)).map(({ accountId }) => accountId));
  const found = new Map<string, Found>(
    accounts.map((id) => [id, known.has(id) ? { accountId: id } : { maybe: [] }]),
  );
  const others = texts.filter((text) => !isAccount(text));
  for (let start = 0; start < others.length; start += AT_ONCE) {
    progress(found.size);
    const some = others.slice(start, start + AT_ONCE);
    const answers = await Promise.all(some.map(byText));
    some.forEach((text, at) => found.set(text, answers[at] ?? { maybe: [] }));
  }
  return found;
}

/** Sure is one active person of exactly this name or e-mail, or the only one whom Jira finds by an e-mail that it does not show. */
async function byText(text: string): Promise<Found> {
  const users = await searchUsers(text);
  const exact = users.filter(({ displayName, emailAddress = '' }) =>
    [displayName, emailAddress].map(folded).includes(folded(text)),
  );
  const sure = exact.length === 0 && text.includes('@') ? users : exact;
  const [only] = sure;
  return only !== undefined && sure.length === 1
    ? { accountId: only.accountId }
    : { maybe: exact.length > 0 ? exact : users };
}
