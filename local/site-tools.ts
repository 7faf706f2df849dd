import { Hono } from 'hono';
import * as v from 'valibot';
import type { People } from './forge/http/people';
import { answerError, bodyOf, signedIn } from './forge/http/session';
import type { Jira } from './products/jira';

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
  app.onError(answerError);
  app.get('/mail', (c) => {
    const of = c.req.query('accountId');
    const mails = jira.mails().filter(({ accountId }) => of === undefined || accountId === of);
    return c.json({ mails: mails.slice(-MOST_MAILS).reverse() });
  });
  app.post('/move', async (c) => {
    const { issueKey, ...move } = await bodyOf(c, moveRequest);
    const person = signedIn(c, people);
    return c.json({ key: jira.moveToSpace(person.accountId, issueKey, move).key });
  });
  return app;
}
