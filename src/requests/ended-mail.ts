import { textParam } from '../kernel/finding';
import type { Language, LocalizedText } from '../kernel/text';
import { sayer } from '../kernel/words';
import { notifyPeople } from '../platform/jira/issues/edit-issue';
import { accounts, isNobody } from '../work/notify/addressees';
import { type Directory, peopleOf } from '../work/notify/directory';
import { inLanguages, languagesOf } from '../work/notify/languages';
import { reached } from '../work/notify/reached';
import { NOTICES } from './words/notices';

/** What is over, and the work item that the mail is about. */
interface Over {
  readonly name: LocalizedText;
  readonly issueKey: string;
}

/** How it ended, for those who follow it: the words are `notice.<ending>` and `notice.<ending>Text`. */
export type Ending = 'solved' | 'joinedDone' | 'joinedUndone';

/** Jira's mail about the work item, to those of the people who may see it, in their languages. Others read it on their home. */
export async function mailEnded(
  people: readonly string[],
  { name, issueKey }: Over,
  ending: Ending,
  directory: Directory,
  notify = notifyPeople,
): Promise<void> {
  const to = await reached(accounts(...people), [], issueKey, directory);
  if (isNobody(to)) return;
  const languages = languagesOf(to, await peopleOf(to.users, directory), name);
  const said = (code: string) =>
    inLanguages(languages, (language: Language) => sayer(NOTICES, language)(code, { name: textParam(name) }));
  await notify(issueKey, to, said(`notice.${ending}`).split('\n').join(' / '), said(`notice.${ending}Text`));
}
