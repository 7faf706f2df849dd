import type { KnownProblem } from '../catalog';
import { textParam } from '../kernel/finding';
import type { Language } from '../kernel/text';
import { sayer } from '../kernel/words';
import { notifyPeople } from '../platform/jira/issues/edit-issue';
import { accounts, isNobody } from '../work/notify/addressees';
import { type Directory, peopleOf } from '../work/notify/directory';
import { inLanguages, languagesOf } from '../work/notify/languages';
import { reached } from '../work/notify/reached';
import { NOTICES } from './words/notices';

/** Jira's mail about the work item, to those of the followers who may see it, in their languages. Others read it on their home. */
export async function mailSolved(
  people: readonly string[],
  { name, issueKey }: KnownProblem,
  directory: Directory,
  notify = notifyPeople,
): Promise<void> {
  const to = await reached(accounts(...people), [], issueKey, directory);
  if (isNobody(to)) return;
  const languages = languagesOf(to, await peopleOf(to.users, directory), name);
  const said = (code: string) =>
    inLanguages(languages, (language: Language) => sayer(NOTICES, language)(code, { name: textParam(name) }));
  await notify(issueKey, to, said('notice.solved').split('\n').join(' / '), said('notice.solvedText'));
}
