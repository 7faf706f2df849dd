import { askForVpn, moveTo, settle } from './support/requests';
import { dialogOf, expect, expectAccessible, surface, test } from './support/test';

/** What the demo company's supplier brings is a subtask; its agreement holds the clocks above while it is open. */
const SUBTASK = '10004';

test('a subtask of another team holds the promise above it until it is done, and is named to who asks why', async ({
  page,
  open,
  site,
}) => {
  const { issueKey } = await askForVpn(site, 'alice');
  const { key } = await site.rest<{ key: string }>('ingrid', 'POST', '/rest/api/3/issue', {
    fields: {
      project: { key: 'IT' },
      issuetype: { id: SUBTASK },
      parent: { key: issueKey },
      summary: 'Order a token',
    },
  });
  await settle(site);
  await settle(site);
  await open('ingrid', `/browse/${issueKey}`);
  const delivery = surface(page, 'pledge-sla').locator('li', { hasText: 'Delivery' }).first();
  await expect(delivery).toContainText('waiting for a work item of another team');
  await delivery.getByRole('button', { name: 'Why?' }).click();
  const happened = dialogOf(page).getByRole('list', { name: 'What happened' });
  await expect(happened).toContainText(`waiting for a work item of another team: ${key} Order a token`);
  await expectAccessible(page);

  await moveTo(site, 'ingrid', key, 'Resolved');
  await settle(site);
  await open('ingrid', `/browse/${issueKey}`);
  await expect(delivery).toContainText('On track');
});
