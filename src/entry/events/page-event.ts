/** A Confluence page was edited. */
import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { pageChanged } from '../../knowledge';
import { readPageAsApp } from '../../platform/confluence/pages';
import { store } from '../knowledge-byline';
import { retrying } from '../retry';

const eventSchema = v.object({
  content: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d+$/)) }),
});

/** Takes a changed page in; one storage read when nothing is known about the page. Safe to repeat and in any order. */
export const onPageEvent = (payload: unknown): Promise<InvocationError | undefined> =>
  retrying('pageEvent', async () => {
    const event = v.safeParse(eventSchema, payload);
    if (event.success) await pageChanged(store, readPageAsApp, event.output.content.id);
    return undefined;
  });
