import type { FrameLocator } from '@playwright/test';
import type { FormField, ItemContent, Text } from '../../../src/catalog/domain/model';

/** What people pick by name, where the content of an item holds ids. */
export interface Names {
  readonly owner: string;
  readonly group: string;
  readonly approver: string;
}

const TYPES: Readonly<Record<string, string>> = {
  user: 'Person',
  choice: 'One choice',
  multiChoice: 'Several choices',
  text: 'Text',
  multiline: 'Paragraph',
  date: 'Date',
};

/**
 * Makes an item by the controls of its page alone, from what another holds, as somebody would who copies it by hand. Choices
 * of Jira and of the catalog are told to their lists by id; questions and stages of the new item have ids of their own.
 */
export async function makeByClicks(page: FrameLocator, given: ItemContent, names: Names): Promise<void> {
  const tab = (name: string) => page.getByRole('tab', { name }).click();
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  const both = async (label: string, { en, ru = '' }: Text) => {
    await fill(`${label} (English)`, en);
    await fill(`${label} (Russian)`, ru);
  };
  const choose = (label: string, value: string) =>
    page.getByLabel(label, { exact: true }).selectOption(value);
  const chooseNamed = (label: string, name: string) =>
    page.getByLabel(label, { exact: true }).selectOption({ label: name });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const labelOf = (id: string) => given.form.find((field) => field.id === id)?.label.en ?? id;

  await both('Name', given.name);
  await both('Short description', given.summary);
  await both('Description', given.description);
  await both('What is included', given.included);
  await both('Who it is for', given.audience);
  await page.getByRole('radio', { name: 'Devices' }).check({ force: true });
  await page
    .getByRole('group', { name: 'Categories' })
    .getByRole('button', { name: /^Remove/ })
    .click();
  for (const id of given.categoryIds) await choose('Add to Categories', id);
  await choose('Service', given.serviceId);
  await fill('Keywords', given.keywords.join(', '));
  await fill('Price', String(given.price?.amount));
  await choose('Currency', String(given.price?.currency));

  await tab('Form');
  for (const field of given.form) await addField(field);

  await tab('Fulfilment');
  const { projectId, issueTypeId, mappings, labels } = given.fulfilment;
  await choose('Jira space', projectId);
  await choose('Work type', issueTypeId);
  for (const [index, { name, statusIds, kind, actor }] of given.stages.entries()) {
    await press('Add stage');
    await page.getByLabel('Stage name (English)').nth(index).fill(name.en);
    await page
      .getByLabel('Stage name (Russian)')
      .nth(index)
      .fill(name.ru ?? '');
    await choose(`What stage ${name.en} means`, kind);
    await choose(`Who acts in stage ${name.en}`, actor);
    const statuses = page.getByRole('group', { name: `Statuses of ${name.en}` });
    for (const id of statusIds) await statuses.getByRole('combobox').selectOption(id);
  }
  await fill('Summary', given.fulfilment.summary);
  const { confirmToStatusId, reopenToStatusId, cancelToStatusId, answeredToStatusId } = given.actions;
  await choose('Confirm that it is solved', String(confirmToStatusId));
  await choose('Reopen', String(reopenToStatusId));
  await choose('Cancel', String(cancelToStatusId));
  await choose('Answer our question', String(answeredToStatusId));
  await fill('Days to reopen', String(given.actions.reopenWithinDays));
  for (const [index, mapping] of mappings.entries()) {
    const nth = `Mapping ${index + 1}`;
    await press('Add mapping');
    await choose(`${nth}, Jira field`, mapping.jiraField);
    await choose(`${nth}, filled with`, mapping.source.kind);
    if (mapping.source.kind === 'constant') await choose(`${nth}, value`, String(mapping.source.value));
    if (mapping.source.kind !== 'answer') continue;
    const from = mapping.source.field;
    await chooseNamed(`${nth}, answer`, labelOf(from));
    const free = page.getByRole('button', { name: `${nth}: use other words in Jira` });
    if (mapping.valueMap !== undefined && (await free.isVisible())) await free.click();
    const options = given.form.find(({ id }) => id === from)?.options ?? [];
    for (const { id, label } of options) {
      const control = page.getByLabel(`${nth}, value for ${label.en}`, { exact: true });
      const value = mapping.valueMap?.[id];
      if (value === undefined) continue;
      if (await control.evaluate((element) => element.tagName === 'SELECT'))
        await control.selectOption(value);
      else await control.fill(value);
    }
  }
  await fill('Labels of the work item', labels.join(', '));

  await tab('SLAs and promise');
  await choose('SLA for the first reply', String(given.promise?.firstResponseMetricId));
  await choose('SLA for delivery', String(given.promise?.deliveryMetricId));

  await tab('Approval');
  await press('Require approval');
  await pick('Approvers', names.approver);
  for (const { waitingStatusId, approvedToStatusId, declinedToStatusId } of given.approvals) {
    await choose('Waits in status', String(waitingStatusId));
    await choose('Once approved, goes to', String(approvedToStatusId));
    await choose('Once declined, goes to', String(declinedToStatusId));
  }

  await tab('Audience');
  await pick('Owner', names.owner);
  const available = page.getByRole('region', { name: 'Available for', exact: true });
  await pick('Add to Groups', names.group, available);
  await chooseNamed('Question that says who it is for', labelOf(given.onBehalf?.field ?? ''));
  await choose('Who may be named', String(given.onBehalf?.access));

  await tab('Articles');
  for (const { title } of given.articles) await pick('Add an article', title);
  await fill('Spaces of Confluence', given.knowledgeScope?.spaceKeys.join(', ') ?? '');

  async function pick(label: string, name: string, within: Pick<FrameLocator, 'getByRole'> = page) {
    await within.getByRole('combobox', { name: label, exact: true }).fill(name);
    await page.getByRole('option', { name }).first().click();
  }

  async function addField(field: FormField): Promise<void> {
    await press('Add field');
    await page
      .getByRole('group', { name: 'Type of the new field' })
      .getByRole('button', { name: TYPES[field.type] ?? field.type, exact: true })
      .click();
    await both('Label', field.label);
    if (field.help) await both('Help', field.help);
    await page.getByLabel('Required', { exact: true }).setChecked(field.required);
    for (const [nth, { label, price }] of (field.options ?? []).entries()) {
      const option = page.getByLabel(`Option ${nth + 1} (English)`);
      if ((await option.count()) === 0) await press('Add option');
      await both(`Option ${nth + 1}`, label);
      if (price !== undefined) await fill(`Option ${nth + 1}, added to the price`, String(price));
    }
    if (field.minLength !== undefined) await fill('Least characters', String(field.minLength));
    if (field.maxLength !== undefined) await fill('Most characters', String(field.maxLength));
    if (field.minWorkingDays !== undefined)
      await fill('Working days ahead, at least', String(field.minWorkingDays));
    if (field.default !== undefined) await choose('Starts with', field.default.kind);
    if (field.visibleWhen !== undefined && 'field' in field.visibleWhen) {
      const { field: other, value } = field.visibleWhen as { readonly field: string; readonly value: string };
      const option = given.form.find(({ id }) => id === other)?.options?.find(({ id }) => id === value);
      await press('Add condition');
      await chooseNamed('Shown depending on', labelOf(other));
      await chooseNamed('Value that shows the field', option?.label.en ?? value);
    }
    await page.getByRole('button', { name: field.label.en, exact: true }).click();
  }
}
