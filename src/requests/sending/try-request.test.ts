import { alice, form, requestWorld } from '../../../test/support/request-world';
import { field, published } from '../../../test/support/samples';
import type { ApprovalStep } from '../../catalog/domain/model';
import { submit } from './submit';
import { tryRequest } from './try-request';

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});

const approval = { approvers: ['maria', 'alice'], rule: 'any', waitingStatusId: '2' } as const;

it('shows the very work item that sending makes, and makes and writes nothing', async () => {
  const item = published({ approvals: [approval] });
  const { forge, issues, told, ports } = requestWorld(item);
  const tried = await tryRequest(item, form().answers, alice(), ports);
  expect([issues.length, told.length, forge.kvs.rows.size]).toEqual([0, 0, 0]);
  await submit(form(), alice(), ports);
  expect(tried.fields).toEqual(issues[0]?.fields);
  expect(tried.beneficiary).toBe('alice');
  expect(JSON.stringify(tried.fields['description'])).toContain(tried.intro[0]);
});

it('asks whom the rules ask: not who asks, nobody where no approval is needed, and says where nobody is left', async () => {
  const approversOf = async (approvals: readonly ApprovalStep[], owner = 'sergey') => {
    const item = published({ approvals, owner });
    return (await tryRequest(item, form().answers, alice(), requestWorld(item).ports)).approvers;
  };
  expect(await approversOf([approval])).toEqual(['maria']);
  expect(await approversOf([])).toBeNull();
  expect(await approversOf([{ ...approval, approvers: ['alice'] }], 'alice')).toEqual([]);
});

it('tells the names of the options that it gives by their ids, and of no others', async () => {
  const of = published().content.fulfilment;
  const source = { kind: 'constant', value: '7' } as const;
  const item = published({ fulfilment: { ...of, mappings: [{ jiraField: 'customfield_1', source }] } });
  const place = {
    fieldId: 'customfield_1',
    name: 'Place',
    required: false,
    hasDefaultValue: false,
    schema: { type: 'option' },
    allowedValues: [
      { id: '7', value: 'Berlin' },
      { id: '8', value: 'Paris' },
    ],
  };
  const { ports } = requestWorld(item, { createFields: async () => [place] });
  const { named } = await tryRequest(item, form().answers, alice(), ports);
  expect(named).toEqual({ 'customfield_1:7': 'Berlin' });
});

it('tells approvers in every language that the item is written in', async () => {
  const name = { en: 'Laptop', ru: 'Ноутбук', de: 'Rechner' };
  const item = published({ name, approvals: [approval] });
  const { notice } = await tryRequest(item, form().answers, alice(), requestWorld(item).ports);
  expect(Object.keys(notice)).toEqual(['en', 'ru', 'de']);
  expect(notice.de).toContain('Rechner');
});

it('tells which answers stand in the description alone', async () => {
  const item = published({ form: [field('why'), field('more')] });
  const { ports } = requestWorld(item);
  const { rows } = await tryRequest(item, { why: 'Broken', more: 'Soon' }, alice(), ports);
  expect(rows.map(({ value, isMapped }) => [value, isMapped])).toEqual([
    ['Broken', true],
    ['Soon', false],
  ]);
});

it('tells what is calculated of other answers', async () => {
  const twice = field('twice', { type: 'computed', formula: '{{field.count}} * 2', required: false });
  const item = published({ form: [field('count', { type: 'number' }), twice] });
  const { ports } = requestWorld(item);
  const { rows } = await tryRequest(item, { count: 4 }, alice(), ports);
  expect(rows.map(({ value }) => value)).toEqual(['4', '8']);
});

it('is refused at the questions, as sending is', async () => {
  const item = published();
  const { ports } = requestWorld(item);
  await expect(tryRequest(item, { due: 'soon' }, alice(), ports)).rejects.toMatchObject({
    code: 'INVALID_ANSWERS',
    fields: [{ at: 'why' }, { at: 'due' }],
  });
});

it('tries a draft that says no space yet, without asking Jira for its fields', async () => {
  const content = published().content;
  const mappings = [{ jiraField: 'customfield_1', source: { kind: 'answer', field: 'why' } } as const];
  const item = published({ fulfilment: { ...content.fulfilment, projectId: '', mappings } });
  const createFields = jest.fn(async () => []);
  const { ports } = requestWorld(item, { createFields });
  const { fields } = await tryRequest(item, form().answers, alice(), ports);
  expect(createFields).not.toHaveBeenCalled();
  expect(fields['customfield_1']).toBe('Mine is broken');
});
