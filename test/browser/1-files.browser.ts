import { crc32, deflateSync } from 'node:zlib';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScrolling,
  inBothThemes,
  surface,
  test,
} from './support/test';

/** A PNG that says of itself what it is, padded to a size. */
function picture(bytes: number, tint: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const whole = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.from([0, tint, 80, 160]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return Buffer.concat([whole, Buffer.alloc(Math.max(0, bytes - whole.length), tint)]);
}

const MB = 1024 * 1024;
const pictures = [1, 2, 3].map((n) => ({
  name: `certificate-${n}.png`,
  mimeType: 'image/png',
  buffer: picture(10 * MB, n),
}));

interface Issue {
  readonly fields: {
    readonly attachment: readonly { readonly filename: string; readonly size: number }[];
    readonly comment: { readonly comments: readonly { readonly body: unknown }[] };
  };
}

test.describe('files of a request', () => {
  test('are in the draft after a reload, go with the request, and the team sees whose they are', async ({
    page,
    open,
    site,
  }) => {
    // Thirty megabytes go up, over to Jira, and ten come back.
    test.slow();
    // Of a confidential space nothing is hers but what she asked for.
    await open('alice', '/jira/apps/pledge/catalog/item/personal-data');
    const portal = surface(page, 'pledge-portal');
    const files = portal.getByRole('group', { name: /Papers/ });
    const picker = files.locator('input[type="file"]');
    await picker.setInputFiles([
      { name: 'holiday.png', mimeType: 'image/png', buffer: Buffer.from('MZ is no picture') },
    ]);
    await expect(
      files.getByRole('listitem').getByText('holiday.png is a program, and programs are not accepted.'),
    ).toBeVisible();
    await files.getByRole('button', { name: 'Remove holiday.png' }).click();

    const kept = page.waitForResponse((response) => {
      const sent = response.request().postData() ?? '';
      return sent.includes('requests.saveDraft') && pictures.every(({ name }) => sent.includes(name));
    });
    await picker.setInputFiles(pictures);
    const uploaded = files.getByRole('listitem').filter({ hasText: '10 MB' });
    await expect(uploaded).toHaveCount(3);
    await expect(files.getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 });
    await kept;
    await expect(portal.getByText(/Draft saved/)).toBeVisible();
    await page.reload();
    await expect(uploaded).toHaveCount(3, { timeout: 30_000 });
    await files.getByRole('button', { name: 'Choose files' }).scrollIntoViewIfNeeded();
    await expectAccessible(page);

    await portal.getByRole('radio', { name: 'Name' }).check();
    await portal.getByLabel(/new name/i).fill('Alice Appleton');
    const from = portal.getByRole('combobox', { name: /From|when/i });
    await from.fill('12/15/2026');
    await from.press('Enter');
    await portal.getByRole('radio', { name: 'Berlin' }).check();
    await portal.getByRole('button', { name: /Send/ }).click();
    await expect(portal.getByText('Your request is in')).toBeVisible();
    await site.advance(60_000);
    await site.advance(60_000);

    await portal
      .getByRole('link', { name: /HR-\d+/ })
      .first()
      .click();
    await expect(portal.getByRole('heading', { name: 'Files' })).toBeVisible();
    for (const { name } of pictures)
      await expect(portal.getByRole('listitem').filter({ hasText: name })).toBeVisible();
    await expect(portal.getByText('Will be added to the work item')).toHaveCount(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      portal.getByRole('button', { name: 'Download certificate-2.png' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('certificate-2.png');

    const { issues } = await site.rest<{ readonly issues: readonly { readonly key: string }[] }>(
      'hugo',
      'GET',
      `/rest/api/3/search/jql?jql=${encodeURIComponent('project = HR AND pledgeItem = "personal-data" ORDER BY created DESC')}&fields=summary&maxResults=1`,
    );
    const issue = await site.rest<Issue>(
      'hugo',
      'GET',
      `/rest/api/3/issue/${issues[0]?.key ?? ''}?fields=attachment,comment`,
    );
    // In the order in which they arrived.
    expect(issue.fields.attachment.map(({ filename, size }) => [filename, size]).toSorted()).toEqual(
      pictures.map(({ name, buffer }) => [name, buffer.length]),
    );
    expect(JSON.stringify(issue.fields.comment)).toMatch(/Files of Alice[^"]*certificate-1\.png/);
  });

  test('fit on a phone, in Russian and in both themes', async ({ page, open }) => {
    await page.setViewportSize({ width: 400, height: 800 });
    await open('boris', '/jira/apps/pledge/catalog/item/personal-data');
    const files = surface(page, 'pledge-portal').getByRole('group', { name: /Документы/ });
    const name = `${'a-very-long-name-'.repeat(6)}.png`;
    await files
      .locator('input[type="file"]')
      .setInputFiles([{ name, mimeType: 'image/png', buffer: picture(100, 9) }]);
    await expect(files.getByRole('progressbar')).toHaveCount(0);
    await expect(surface(page, 'pledge-portal').getByText(/Черновик сохранён/)).toBeVisible();
    await inBothThemes(page, async () => {
      await expect(files.getByRole('listitem')).toHaveCount(1);
      await expect(files.locator('li img')).toBeVisible();
      await expect(files.getByRole('button', { name: `Убрать ${name}` })).toBeVisible();
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
    });
  });
});
