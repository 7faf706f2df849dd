/** What the work item of a request says of its approval, to whom, in their languages. */
import { type AdfDocument, doc, textDocument } from '../../kernel/adf';
import { AppFailure } from '../../kernel/errors';
import { textParam } from '../../kernel/finding';
import type { Language } from '../../kernel/text';
import type { LocalizedText } from '../../kernel/text';
import { sayer } from '../../kernel/words';
import { accounts } from '../../work/notify/addressees';
import { commentTo } from '../../work/notify/comment';
import type { Directory } from '../../work/notify/directory';
import { mentioned } from '../../work/notify/mentions';
import { reached } from '../../work/notify/reached';
import { currentApproval, mayDecide } from '../domain/approval';
import type { RequestDocument } from '../domain/model';
import { NOTICES } from '../words/notices';

/**
 * Asks who still has to decide, or reminds them. Nobody stands in: who stands in for an approver is one. Who has decided is not asked.
 * @throws AppFailure NOBODY_TO_TELL when none of them is active and may see the work item.
 */
export async function askingApprovers(
  request: RequestDocument,
  item: LocalizedText,
  directory: Directory,
  how: 'ask' | 'remind' = 'ask',
): Promise<AdfDocument> {
  const { issueKey = '' } = request;
  const asked = currentApproval(request)?.approvers.filter((id) => mayDecide(request, id)) ?? [];
  const to = await reached(accounts(...asked), [], issueKey, directory);
  const people = await mentioned(to, issueKey, directory);
  if (people.length === 0)
    throw new AppFailure('NOBODY_TO_TELL', 'No approver is active and may see this work item.');
  const say = (language: Language) => sayer(NOTICES, language)(`notice.${how}`, { item: textParam(item) });
  return commentTo(people, { name: item, say }, directory);
}

export interface Decided {
  readonly decision: 'approved' | 'declined';
  /** Who decided. */
  readonly name: string;
  readonly comment: string;
}

/** Says what was decided, by whom and why. Nobody is mentioned: who decided knows, who asked is told in the catalog. */
export async function tellingDecision(
  { decision, name, comment }: Decided,
  item: LocalizedText,
  directory: Directory,
): Promise<AdfDocument> {
  const say = (language: Language) => sayer(NOTICES, language)(`notice.${decision}`, { name });
  const { content } = await commentTo([], { name: item, say }, directory);
  return doc([...content, ...(comment === '' ? [] : textDocument(comment).content)]);
}
