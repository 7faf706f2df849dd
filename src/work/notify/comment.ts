import { type AdfDocument, doc, mention, paragraph, text } from '../../kernel/adf';
import { accounts } from './addressees';
import { type Directory, peopleOf } from './directory';
import { inLanguages, languagesOf, type Said } from './languages';

/** A comment that mentions some people (perhaps nobody) and speaks their languages. Text is a text node, never markup. */
export async function commentTo(
  accountIds: readonly string[],
  { name, say }: Said,
  directory: Pick<Directory, 'people'>,
): Promise<AdfDocument> {
  const people = await peopleOf(accountIds, directory);
  const languages = languagesOf(accounts(...accountIds), people, name);
  const [first = '', ...lines] = inLanguages(languages, say).split('\n');
  const mentions = accountIds.flatMap((id) => [mention(id, people.get(id)?.name), text(' ')]);
  return doc([paragraph(...mentions, text(first)), ...lines.map((line) => paragraph(text(line)))]);
}
