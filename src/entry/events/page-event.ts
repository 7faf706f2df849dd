/** What the handler needs of Confluence's page events. */
import * as v from 'valibot';
import { knowledgeStore, pageChanged } from '../../knowledge';
import { readPageAsApp } from '../../platform/confluence/pages';

const eventSchema = v.object({
  content: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }),
});

/** The page an event is about; `null` for an event of another shape. */
export function parsePageEvent(payload: unknown): { readonly pageId: string } | null {
  const parsed = v.safeParse(eventSchema, payload);
  return parsed.success && /^\d+$/.test(parsed.output.content.id)
    ? { pageId: parsed.output.content.id }
    : null;
}

/** Takes a changed page in; one storage read when nothing is known about the page. */
export async function handlePageEvent(payload: unknown): Promise<void> {
  const event = parsePageEvent(payload);
  if (event === null) return;
  await pageChanged(
    knowledgeStore(() => new Date()),
    readPageAsApp,
    event.pageId,
  );
}
