import type { ItemContent } from '../../src/catalog/domain/model';
import { makeByClicks } from './support/item-by-clicks';
import { insist } from './support/requests';
import type { SiteApi } from './support/site-api';
import { expect, expectAccessible, surface, test } from './support/test';

test('an item is made and published by clicks alone, and a colleague orders it', async ({
  page,
  open,
  site,
}) => {
  await open('admin', '/jira/settings/apps/pledge-settings/items/new');
  const settings = surface(page, 'pledge-settings');
  await settings.getByLabel('Name (English)').fill('Whiteboard for a team room');
  await settings.getByRole('tab', { name: 'Form' }).click();
  await settings.getByRole('button', { name: 'Add field' }).click();
  await settings.getByRole('button', { name: 'Text', exact: true }).click();
  await settings.getByLabel('Label (English)').fill('Which room?');
  await settings.getByRole('checkbox', { name: 'Required' }).check();

  await settings.getByRole('tab', { name: 'Fulfilment' }).click();
  await settings.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(settings.getByLabel('Jira space')).toBeFocused();
  await settings.getByLabel('Jira space').selectOption({ label: 'IT Services' });
  await settings.getByLabel('Work type').selectOption({ label: 'Service Request' });
  await settings.getByRole('button', { name: /^Add stages from/ }).click();
  await expect(settings.getByLabel('Stage name (English)').first()).not.toHaveValue('');
  await settings.getByLabel('Insert into: Summary').selectOption({ label: 'Which room?' });
  await expect(settings.getByText('Reads: ‹Name of the service›: ‹Requester›‹Which room?›')).toBeVisible();
  await settings.getByRole('button', { name: 'Add mapping' }).click();
  await settings.getByLabel('Mapping 1, Jira field').selectOption({ label: 'Due date' });
  await settings.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(
    settings.getByText(/The answer to “Which room\?” does not fit Jira’s field Due date/).first(),
  ).toBeVisible();
  await expectAccessible(page);
  await settings.getByRole('button', { name: 'Remove mapping 1' }).click();
  await settings.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(settings.getByText(/^Published\./)).toBeVisible();

  await open('alice', '/jira/apps/pledge');
  const portal = surface(page, 'pledge-portal');
  await portal.getByRole('searchbox').fill('whiteboard');
  await portal
    .getByRole('link', { name: /Whiteboard for a team room/ })
    .first()
    .click();
  await portal.getByLabel('Which room?').fill('Berlin 4.12');
  await portal.getByRole('button', { name: 'Send request' }).click();
  await expect(portal.getByText('Your request is in')).toBeVisible();
  await site.drain();
  const { issues } = await site.rest<{ issues: readonly { fields: { summary: string } }[] }>(
    'ingrid',
    'POST',
    '/rest/api/3/search/jql',
    { jql: 'summary ~ "whiteboard"', fields: ['summary'] },
  );
  expect(issues.map(({ fields }) => fields.summary)).toEqual([expect.stringContaining('Berlin 4.12')]);
});

test('the richest service of the demo company is made again by clicks alone, with nothing left out', async ({
  page,
  open,
  site,
}) => {
  test.setTimeout(120_000);
  const laptop = await contentOf(site, 'laptop');
  await open('admin', '/jira/settings/apps/pledge-settings/items/new');
  const settings = surface(page, 'pledge-settings');
  await makeByClicks(settings, laptop, {
    owner: 'Сергей Орлов',
    group: 'pledge-staff',
    approver: 'Maria Keller',
  });
  await settings.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(settings.getByText(/^Published\./)).toBeVisible();
  const made = /items\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  expect(withIdsOf(laptop, await contentOf(site, made))).toEqual(laptop);
});

async function contentOf(site: SiteApi, itemId: string): Promise<ItemContent> {
  const { item } = await insist<{ readonly item: { readonly content: ItemContent } }>(
    site,
    'admin',
    'catalog.item',
    { itemId },
  );
  return item.content;
}

/** The content with the ids of questions, options and stages that stand in the same places of the other: they are made anew. */
function withIdsOf(other: ItemContent, content: ItemContent): unknown {
  const idsOf = ({ form, stages }: ItemContent) => [
    ...form.flatMap(({ id, options = [] }) => [id, ...options.map((option) => option.id)]),
    ...stages.map(({ id }) => id),
  ];
  const same = new Map(idsOf(content).map((id, index) => [id, idsOf(other)[index] ?? id]));
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return same.get(value) ?? value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [same.get(key) ?? key, rename(each)]),
    );
  };
  return rename(content);
}
