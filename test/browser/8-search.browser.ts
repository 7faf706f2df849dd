import { askForVpn, comment, moveTo } from './support/requests';
import { expect, expectAccessible, inBothThemes, test } from './support/test';

test.describe('searching by SLA', () => {
  test('functions find, the column sorts, and a bad argument is explained', async ({ page, open, site }) => {
    // One of the demo company's that is late already: making one would take hours of the site's clock.
    const jql = 'issue in slaBreached("First response") AND issue in slaRunning("Delivery")';
    const { issues } = await site.rest<{ issues: { key: string }[] }>(
      'ingrid',
      'GET',
      `/rest/api/3/search/jql?jql=${encodeURIComponent(`${jql} ORDER BY "SLA next due"`)}&fields=key`,
    );
    const late = { issueKey: issues[0]?.key ?? '' };
    const fresh = await askForVpn(site, 'alice');
    const waiting = await askForVpn(site, 'alice');
    await comment(site, 'ingrid', waiting.issueKey, 'Which country?');
    await moveTo(site, 'ingrid', waiting.issueKey, 'In progress');
    await moveTo(site, 'ingrid', waiting.issueKey, 'Waiting for requester');

    const keys = [late, fresh, waiting].map(({ issueKey }) => issueKey).join(', ');
    const query = page.getByRole('textbox', { name: 'JQL' });
    const search = async (jql: string): Promise<void> => {
      await query.fill(jql);
      await page.getByRole('button', { name: 'Search', exact: true }).click();
    };
    const found = page.locator('.table tbody tr td:first-child');

    await open('ingrid', '/jira/search');
    await search(`key in (${keys}) AND issue in slaBreached()`);
    await expect(found).toHaveText([late.issueKey]);
    await search(`key in (${keys}) AND issue not in slaBreached() ORDER BY key`);
    await expect(found).toHaveText([fresh.issueKey, waiting.issueKey]);
    await search(`key in (${keys}) AND issue in slaPaused("requester", "Delivery")`);
    await expect(found).toHaveText([waiting.issueKey]);
    await search(`key in (${keys}) AND issue in slaCompleted("first response")`);
    await expect(found).toHaveText([waiting.issueKey]);

    await search(`key in (${late.issueKey}, ${fresh.issueKey}) ORDER BY "SLA next due"`);
    await expect(found).toHaveText([late.issueKey, fresh.issueKey]);
    await expect(page.getByRole('row', { name: late.issueKey })).toContainText('Breached');
    await expect(page.getByRole('row', { name: fresh.issueKey })).toContainText('Running');
    await page.getByRole('button', { name: 'SLA next due' }).click();
    await expect(found).toHaveText([fresh.issueKey, late.issueKey]);
    await expect(query).toHaveValue(/ORDER BY "SLA next due" DESC$/);
    await inBothThemes(page, () => expectAccessible(page));

    await search('issue in slaAtRisk("soon")');
    await expect(page.getByRole('alert')).toContainText(
      '"soon" is not a period. Write a number with m, h, d or w',
    );
    await search('issue in slaBreached("Nothing")');
    await expect(page.getByRole('alert')).toContainText(
      'There is no SLA metric or agreement "Nothing". The SLA panel of a work item names',
    );
  });
});
