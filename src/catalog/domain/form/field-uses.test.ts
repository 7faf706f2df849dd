import { content, field } from '../../../../test/support/samples';
import { usesOfField } from './field-uses';

describe('what refers to a field', () => {
  const filled = { field: 'who', op: 'filled' } as const;
  const item = content({
    form: [
      field('who', { type: 'user', visibleWhen: filled }),
      field('a', { visibleWhen: { not: filled } }),
      field('b', { requiredWhen: { all: [filled, { field: 'a', op: 'empty' }] } }),
    ],
    onBehalf: { field: 'who', access: 'delegated' },
    joining: { shows: 'who' },
    fulfilment: {
      ...content().fulfilment,
      summary: 'For {{field.who}}',
      mappings: [
        { jiraField: 'customfield_1', source: { kind: 'answer', field: 'who' } },
        { jiraField: 'customfield_2', source: { kind: 'template', template: 'Dear {{field.who}}' } },
        { jiraField: 'customfield_3', source: { kind: 'constant', value: 'who' } },
        { jiraField: 'priority', source: { kind: 'matrix', rows: 'a', columns: 'b', values: {} } },
      ],
    },
    approvals: [{ approvers: [], approverField: 'who', rule: 'any', when: filled }],
  });

  it('is named wherever it is in the item, but for the field itself', () => {
    expect(usesOfField(item, 'who')).toEqual([
      { kind: 'shows', field: field('a').label },
      { kind: 'requires', field: field('b').label },
      { kind: 'beneficiary' },
      { kind: 'joining' },
      { kind: 'summary' },
      { kind: 'mapping', jiraField: 'customfield_1' },
      { kind: 'mapping', jiraField: 'customfield_2' },
      { kind: 'approver' },
      { kind: 'approval' },
    ]);
    const priority = { kind: 'mapping', jiraField: 'priority' };
    expect(usesOfField(item, 'a')).toEqual([{ kind: 'requires', field: field('b').label }, priority]);
    expect(usesOfField(item, 'b')).toEqual([priority]);
  });
});
