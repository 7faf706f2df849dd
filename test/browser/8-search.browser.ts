import { askForVpn, comment, moveTo } from './support/requests';
import { expect, expectAccessible, inBothThemes, test } from './support/test';

const HOUR = 3_600_000;

test.describe('searching by SLA', () => {
  test('functions find, the column sorts, and a bad argument is explained', async ({ page, open, site }) => {
    // A night, three requests and five hours of the site's clock.
    test.slow();
    await site.nextMorning();
    const late = await askForVpn(site, 'alice');
    await site.advance(5 * HOUR);
    await site.drain();
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
      'There is no SLA metric or agreement "Nothing". Known are',
    );
  });
});
