import type { PublishedItem } from '../../catalog/domain/model';
import { textParam } from '../../kernel/finding';
import { sayer } from '../../kernel/words';
import { languagesFor } from '../../work/notify/languages';
import { NOTICES } from '../words/notices';

/** Names of who asked, and of whom they asked for. */
interface OnBehalf {
  readonly by: string;
  readonly of: string;
}

/** Where a work item comes from, a line in each language the item has: who will read its description is not known. */
export const issueIntro = (
  { content: { name }, version }: PublishedItem,
  onBehalf?: OnBehalf,
): readonly string[] =>
  languagesFor([], name).map((locale) => {
    const say = sayer(NOTICES, locale);
    const from = say('notice.requested', { item: textParam(name), version });
    return onBehalf === undefined ? from : `${from} ${say('notice.onBehalf', { ...onBehalf })}`;
  });
