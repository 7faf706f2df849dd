import { view } from '@forge/bridge';
import * as v from 'valibot';
import { call } from '../../shared/api';
import { viewer } from '../../shared/context';
import { pageUrl } from '../../shared/navigation';
import { sendToJira } from '../../shared/product';
import { replyDocument } from '../model/reply';
import type { IssueRef } from './issue';

/** Whether those who get the reply may read the page; `unknown` also when the question fails: it only warns. */
export async function readersCanSee(issue: IssueRef, pageId: string): Promise<'yes' | 'no' | 'unknown'> {
  try {
    return (await call('knowledge.canSee', { issueId: issue.id, pageId })).readers;
  } catch {
    return 'unknown';
  }
}

/** Writes a public reply with the article's link, as the agent themselves. Throws ProductFailed. */
export async function sendReply(
  issue: IssueRef,
  article: { readonly pageId: string; readonly title: string },
  text: string,
): Promise<void> {
  const url = `${viewer().siteUrl.replace(/\/$/, '')}${pageUrl(article.pageId)}`;
  const body = replyDocument({ text, title: article.title, url });
  await sendToJira(
    `/rest/api/3/issue/${encodeURIComponent(issue.id)}/comment`,
    'POST',
    { body },
    v.unknown(),
  );
  // The reply appears among the comments; a product that can't refresh shows it at the next load.
  await view.refresh().catch(() => undefined);
}
