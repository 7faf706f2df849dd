import { askForVpn } from './support/requests';
import { expect, expectAccessible, openPanel, surface, test } from './support/test';

test.describe('knowledge beside issues and on pages', () => {
  test('an agent links the article that solved it; the page shows what it helped with; a reader votes', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await open('ingrid', `/browse/${issueKey}`);
    await openPanel(page, 'Knowledge');
    const panel = surface(page, 'pledge-knowledge');
    await expect(panel.getByText('Articles that may help')).toBeVisible();
    await expectAccessible(page);
    const article = panel.getByRole('listitem').first();
    const title = (await article.getByRole('link').first().textContent())?.trim() ?? '';
    await article.getByRole('button', { name: /Solved it/ }).click();
    await expect(panel.getByText(`${title} is marked as the solution.`)).toBeAttached();

    const { results } = await site.rest<{ results: readonly { content: { id: string } }[] }>(
      'ingrid',
      'GET',
      `/wiki/rest/api/search?cql=${encodeURIComponent(`type = page AND title = "${title}"`)}`,
    );
    const pageId = results[0]?.content.id ?? '';
    await open('alice', `/wiki/spaces/IT/pages/${pageId}`);
    await page
      .getByRole('button', { name: /solved|Helps|Pledge/i })
      .first()
      .click();
    const byline = surface(page, 'pledge-byline');
    await expect(byline.getByText('Did this page help you?')).toBeVisible();
    await expectAccessible(page);
    await byline.getByRole('button', { name: 'Yes' }).click();
    await expect(byline.getByText('You marked this version as helpful.')).toBeVisible();
  });
});
