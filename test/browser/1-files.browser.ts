import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { account } from '../../local/demo/company/accounts';
import { publishClosedItem } from './support/closed-item';
import { insist, type Sent } from './support/requests';
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
const NAMES = ['certificate-1.png', 'certificate-2.png', 'certificate-3.png'];
const small = (name: string) => ({ name, mimeType: 'image/png', buffer: picture(100, 9) });

interface Issue {
  readonly key: string;
  readonly fields: {
    readonly attachment: readonly { readonly filename: string; readonly size: number }[];
    readonly comment: {
      readonly comments: readonly { readonly body: unknown; readonly jsdPublic?: boolean }[];
    };
    readonly customfield_10010: { readonly requestType: { readonly name: string } };
  };
}

test.describe('files of a request', () => {
  test('are its requester’s, who may not even look into the space, from the draft to the work item', async ({
    page,
    open,
    site,
  }, { outputDir }) => {
    const itemId = await publishClosedItem(site);
    await expect(site.rest('alice', 'GET', '/rest/api/3/project/CARE')).rejects.toThrow('404');
    // From the disk: what goes through the test's own wire is slow.
    mkdirSync(outputDir, { recursive: true });
    const paths = NAMES.map((name) => `${outputDir}/${name}`);
    paths.forEach((path, at) => writeFileSync(path, picture(10 * MB, at)));

    await open('alice', `/jira/apps/pledge/catalog/item/${itemId}`);
    const portal = surface(page, 'pledge-portal');
    const files = portal.getByRole('group', { name: /Papers/ });
    const picker = files.locator('input[type="file"]');
    await picker.setInputFiles({
      ...{ name: 'holiday.png', mimeType: 'image/png' },
      buffer: Buffer.from('MZ is no picture'),
    });
    await expect(
      files.getByRole('listitem').getByText('holiday.png is a program, and programs are not accepted.'),
    ).toBeVisible();
    await files.getByRole('button', { name: 'Remove holiday.png' }).click();

    const kept = page.waitForResponse((response) => {
      const sent = response.request().postData() ?? '';
      return sent.includes('requests.saveDraft') && NAMES.every((name) => sent.includes(name));
    });
    await picker.setInputFiles(paths);
    const uploaded = files.getByRole('listitem').filter({ hasText: '10 MB' });
    await kept;
    await page.reload();
    await expect(uploaded).toHaveCount(3, { timeout: 30_000 });
    await portal.getByRole('button', { name: /Send/ }).click();
    await expect(portal.getByText('Your request is in')).toBeVisible();
    await portal
      .getByRole('link', { name: /CARE-\d+/ })
      .first()
      .click();

    // One more, which comes to mind now.
    await portal.getByRole('button', { name: 'Add files' }).click();
    await portal.locator('input[type="file"]').setInputFiles(small('forgotten.png'));
    await expect(portal.getByRole('button', { name: 'Remove forgotten.png' })).toBeVisible();
    await portal.getByRole('button', { name: 'Add to the request' }).click();
    await expect(portal.getByRole('button', { name: 'Download forgotten.png' })).toBeVisible();
    await site.advance(120_000);
    await page.reload();
    for (const name of [...NAMES, 'forgotten.png'])
      await expect(portal.getByRole('button', { name: `Download ${name}` })).toBeVisible();
    await expect(portal.getByText('Will be added to the work item')).toHaveCount(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      portal.getByRole('button', { name: 'Download forgotten.png' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('forgotten.png');

    const { issues } = await site.rest<{ readonly issues: readonly Issue[] }>(
      'hugo',
      'POST',
      '/rest/api/3/search/jql',
      {
        jql: 'project = CARE ORDER BY created DESC',
        maxResults: 1,
        fields: ['attachment', 'comment', 'customfield_10010'],
      },
    );
    const { key, fields } = issues[0]!;
    expect(fields.customfield_10010.requestType.name).toBe('Ask in confidence');
    // In the order in which they arrived.
    expect(fields.attachment.map(({ filename, size }) => [filename, size]).toSorted()).toEqual([
      ...NAMES.map((name) => [name, 10 * MB]),
      ['forgotten.png', 100],
    ]);
    // In words that customers read too, with each.
    const said = JSON.stringify(fields.comment.comments.filter(({ jsdPublic }) => jsdPublic === true));
    for (const name of [...NAMES, 'forgotten.png'])
      expect(said).toMatch(new RegExp(`Files of Alice[^"]*${name}`));
    await expect(site.rest('alice', 'GET', `/rest/api/3/issue/${key}`)).rejects.toThrow('404');
  });

  test('fit on a phone, in Russian and in both themes, while they are chosen and after', async ({
    page,
    open,
    site,
  }) => {
    await page.setViewportSize({ width: 400, height: 800 });
    await open('boris', '/jira/apps/pledge/catalog/item/personal-data');
    const portal = surface(page, 'pledge-portal');
    const files = portal.getByRole('group', { name: /Документы/ });
    const name = `${'a-very-long-name-'.repeat(6)}.png`;
    await files.locator('input[type="file"]').setInputFiles(small(name));
    await expect(portal.getByText(/Черновик сохранён/)).toBeVisible();
    await expect(files.locator('li img')).toBeVisible();
    await expect(files.getByRole('button', { name: `Убрать ${name}` })).toBeVisible();
    await expectNoSidewaysScrolling(page);

    const { item } = await insist<{ readonly item: { readonly version: number } }>(
      site,
      'boris',
      'portal.item',
      {
        itemId: 'personal-data',
      },
    );
    const { requestId } = await insist<Sent>(site, 'boris', 'requests.submit', {
      ...{ clientToken: randomUUID(), itemId: 'personal-data', itemVersion: item.version },
      answers: {
        what: 'name',
        newName: 'Boris',
        from: '2027-01-15',
        location: 'moscow',
        recipient: account('boris'),
      },
    });
    await open('boris', `/jira/apps/pledge/requests/${requestId}`);
    await inBothThemes(page, async () => {
      const add = portal.getByRole('button', { name: 'Приложить файлы' });
      // In the other theme they lie there still.
      if ((await portal.locator('input[type="file"]').count()) === 0) {
        await add.last().click();
        await portal.locator('input[type="file"]').setInputFiles(small(name));
      }
      await expect(portal.getByRole('button', { name: `Убрать ${name}` })).toBeVisible();
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
    });
  });
});
