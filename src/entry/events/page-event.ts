/** A Confluence page was edited, or copied. */
import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { pageChanged, pageCopied, store } from '../../knowledge';
import { writeByline } from '../../platform/confluence/byline';
import { readPageAsApp } from '../../platform/confluence/pages';
import { retrying } from '../retry';

const eventSchema = v.object({
  eventType: v.optional(v.string()),
  content: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d+$/)) }),
});

/** Takes a changed page in; one storage read when nothing is known about the page. Of a copy, `content` is the new page. Safe to repeat and in any order. */
export const onPageEvent = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('pageEvent', async () => {
    const event = v.safeParse(eventSchema, payload);
    if (!event.success) return undefined;
    const { eventType, content } = event.output;
    if (eventType === 'avi:confluence:copied:page') await pageCopied(store, writeByline, content.id);
    else await pageChanged(store, readPageAsApp, content.id);
    return undefined;
  });
