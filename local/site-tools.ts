import { Hono } from 'hono';
import * as v from 'valibot';
import type { People } from './forge/http/people';
import { whoAsks } from './forge/http/session';
import type { Jira } from './products/jira';
import { ProductError } from './products/shared/product-error';

const MOST_MAILS = 200;

const moveRequest = v.object({
  issueKey: v.string(),
  space: v.string(),
  issueType: v.optional(v.string()),
  status: v.optional(v.string()),
});

/** What people do in the shell that no REST operation of the app does: reading mails, moving a work item between spaces. */
export function siteTools(jira: Jira, people: People): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    const status = error instanceof ProductError ? error.status : error instanceof v.ValiError ? 400 : 500;
    return c.json({ error: { message: error.message } }, status as 400);
  });
  app.get('/mail', (c) => {
    const of = c.req.query('accountId');
    const mails = jira.mails().filter(({ accountId }) => of === undefined || accountId === of);
    return c.json({ mails: mails.slice(-MOST_MAILS).reverse() });
  });
  app.post('/move', async (c) => {
    const person = whoAsks(c, people);
    if (person === undefined) return c.json({ error: { message: 'Nobody is signed in.' } }, 401);
    const { issueKey, ...move } = v.parse(moveRequest, await c.req.json());
    return c.json({ key: jira.moveToSpace(person.accountId, issueKey, move).key });
  });
  return app;
}
