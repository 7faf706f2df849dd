import { field, published } from '../../../test/support/samples';
import { doc, paragraph, plainText, table, text, textDocument } from '../../kernel/adf';
import { issueFields, problemsInForm, shapesToAsk } from './issue-fields';
import { type FieldShape, jiraValue } from './jira-value';
import { readableAnswers } from './readable';

describe('a value in Jira’s shape', () => {
  const cases: readonly (readonly [FieldShape, readonly string[], unknown])[] = [
    [{ type: 'priority' }, ['2'], { id: '2' }],
    [{ type: 'priority' }, ['High'], { name: 'High' }],
    [{ type: 'array', items: 'string' }, ['two words', 'one'], ['two-words', 'one']],
    [{ type: 'array', items: 'component' }, ['10000'], [{ id: '10000' }]],
    [{ type: 'array', items: 'option' }, ['A', '5'], [{ value: 'A' }, { id: '5' }]],
    [{ type: 'option' }, ['10010'], { id: '10010' }],
    [{ type: 'user' }, ['alice'], { accountId: 'alice' }],
    [{ type: 'number' }, ['4.5'], 4.5],
    [{ type: 'date' }, ['2026-03-02T09:00:00Z'], '2026-03-02'],
    [{ type: 'datetime' }, ['2026-03-02T09:00:00Z'], '2026-03-02T09:00:00.000+0000'],
    [{ type: 'datetime' }, ['2026-12-01T00:30+01:00'], '2026-11-30T23:30:00.000+0000'],
    [{ type: 'datetime' }, ['tomorrow'], 'tomorrow'],
    [{ type: 'string' }, ['a', 'b'], 'a, b'],
    [{ type: 'string', custom: 'x:textarea' }, ['a'], textDocument('a')],
    [{ type: 'string' }, [], undefined],
    [{ type: 'option' }, [''], undefined],
    [{ type: 'option-with-child' }, ['Hardware > Laptop'], { value: 'Hardware', child: { value: 'Laptop' } }],
    [{ type: 'option-with-child' }, ['100 > 101'], { id: '100', child: { id: '101' } }],
    [{ type: 'option-with-child' }, ['Hardware'], { value: 'Hardware' }],
    [{ type: 'group' }, ['staff'], { name: 'staff' }],
  ];
  it.each(cases)('%j of %j is %j', (shape, values, expected) => {
    expect(jiraValue(shape, values)).toEqual(expected);
  });
});

describe('the fields of an issue', () => {
  const options = [{ id: 'std', label: { en: 'Standard', ru: 'Стандарт' } }];
  const form = [
    field('model', { type: 'choice', options }),
    field('who', { type: 'user' }),
    field('agree', { type: 'yesNo' }),
    field('note', { visibleWhen: { field: 'agree', op: 'is', value: 'false' } }),
  ];
  const item = published({
    form,
    fulfilment: {
      projectId: '1',
      projectKey: 'IT',
      issueTypeId: '2',
      summary: `{{item}} {{field.model}} for {{field.who}} ${'x'.repeat(300)}`,
      labels: ['catalog'],
      mappings: [
        { jiraField: 'customfield_1', source: { kind: 'answer', field: 'model' }, valueMap: { std: '77' } },
        { jiraField: 'labels', source: { kind: 'constant', value: 'it' } },
        { jiraField: 'customfield_2', source: { kind: 'template', template: 'Asked by {{requester}}' } },
        { jiraField: 'duedate', source: { kind: 'answer', field: 'note' } },
      ],
    },
  });
  const answers = { model: 'std', who: 'boris', agree: true };
  const names = new Map([['boris', 'Boris']]);

  it('map answers, constants and templates, cut the summary and leave out what has no value', () => {
    const fields = issueFields({
      item,
      answers,
      requester: 'Alice',
      intro: ['From the catalog.', 'Из каталога.'],
      names,
      shapes: { customfield_1: { type: 'option' } },
    });
    expect(fields).toMatchObject({
      customfield_1: { id: '77' },
      customfield_2: 'Asked by Alice',
      labels: ['it', 'catalog'],
      project: { id: '1' },
      issuetype: { id: '2' },
    });
    expect(fields.summary).toMatch(/^Laptop Standard for Boris x{200}/);
    expect(fields.summary).toHaveLength(255);
    expect(fields).not.toHaveProperty('duedate');
    expect(plainText(fields.description)).toContain('Boris');
    expect(plainText(fields.description)).toMatch(/^From the catalog\.\s+Из каталога\./);
    expect(shapesToAsk(item)).toEqual(['customfield_1', 'customfield_2']);
  });

  it.each(['constructor', 'toString', '__proto__'])('take %s for an answer like others', (note) => {
    const valueMap = { std: '77' };
    const mappings = [
      { jiraField: 'customfield_5', source: { kind: 'answer', field: 'note' }, valueMap } as const,
    ];
    const said = published({ form: [field('note')], fulfilment: { ...item.content.fulfilment, mappings } });
    const fields = issueFields({
      item: said,
      answers: { note },
      requester: 'Alice',
      intro: [],
      names,
      shapes: { customfield_5: { type: 'string' } },
    });
    expect(fields['customfield_5']).toBe(note);
  });

  it('tell people days, instants with their zone and numbers in words, and machines as they are', () => {
    const when = published({
      form: [
        field('at', { type: 'dateTime' }),
        field('day', { type: 'date' }),
        field('sum', { type: 'number' }),
      ],
      fulfilment: {
        ...item.content.fulfilment,
        summary: 'At {{field.at}}',
        mappings: [
          { jiraField: 'customfield_3', source: { kind: 'template', template: '{{field.day}}' } },
          { jiraField: 'customfield_4', source: { kind: 'template', template: '{{field.day}}' } },
        ],
      },
    });
    const fields = issueFields({
      item: when,
      answers: { at: '2026-12-01T00:30+0300', day: '2026-12-14', sum: 12345.678 },
      requester: 'Alice',
      intro: ['From the catalog.', 'Из каталога.'],
      names,
      shapes: { customfield_3: { type: 'date' }, customfield_4: { type: 'string' } },
    });
    const description = plainText(fields.description);
    expect(description).toContain('Tue 1 Dec 2026, 00:30 (UTC+03:00)');
    expect(description).toContain('Mon 14 Dec 2026');
    expect(description).toContain('12,345.678');
    expect(fields).toMatchObject({
      summary: 'At Tue 1 Dec 2026, 00:30 (UTC+03:00)',
      customfield_3: '2026-12-14',
      customfield_4: 'Mon 14 Dec 2026',
    });
  });

  it('are given money as a number and people as accounts; people read both in words', () => {
    const form = [
      field('cost', { type: 'currency', currency: 'USD' }),
      field('team', { type: 'users' }),
      field('mark', { type: 'rating' }),
    ];
    const fields = issueFields({
      item: published({
        form,
        fulfilment: {
          ...item.content.fulfilment,
          summary: '{{field.cost}} for {{field.team}}: {{field.mark}}',
          mappings: [
            { jiraField: 'customfield_3', source: { kind: 'answer', field: 'cost' } },
            { jiraField: 'customfield_4', source: { kind: 'answer', field: 'team' } },
          ],
        },
      }),
      answers: { cost: 1250.5, team: ['alice', 'boris'], mark: 4 },
      requester: 'Alice',
      intro: [],
      names: new Map([
        ['alice', 'Alice'],
        ['boris', 'Boris'],
      ]),
      shapes: { customfield_3: { type: 'number' }, customfield_4: { type: 'array', items: 'user' } },
    });
    expect(fields).toMatchObject({
      summary: '$1,250.50 for Alice, Boris: 4 / 5',
      customfield_3: 1250.5,
      customfield_4: [{ accountId: 'alice' }, { accountId: 'boris' }],
    });
  });

  it('are given a length of time as minutes, and as words where people read them', () => {
    const source = { kind: 'answer', field: 'length' } as const;
    const timed = published({
      form: [field('length', { type: 'duration' })],
      fulfilment: {
        ...item.content.fulfilment,
        summary: 'For {{field.length}}',
        mappings: ['customfield_3', 'customfield_4'].map((jiraField) => ({ jiraField, source })),
      },
    });
    const fields = issueFields({
      item: timed,
      answers: { length: 26 * 60 + 30 },
      requester: 'Alice',
      intro: ['From the catalog.'],
      names,
      shapes: { customfield_3: { type: 'number' }, customfield_4: { type: 'string' } },
    });
    expect(fields).toMatchObject({
      summary: 'For 26 h 30 min',
      customfield_3: 1590,
      customfield_4: '26 h 30 min',
    });
    expect(plainText(fields.description)).toContain('26 h 30 min');
  });

  it('bring Jira’s complaints back to the questions somebody sees, and tell the others apart', () => {
    const fields = ['customfield_1', 'components'];
    const names = new Map([['customfield_1', 'Model of device']]);
    expect(problemsInForm(item, fields, () => true, names)).toMatchObject([
      { at: 'model', code: 'jiraRefused', params: { jiraField: 'Model of device' } },
      { at: 'components', code: 'jiraRefusedUnseen', params: { jiraField: 'components' } },
    ]);
    expect(problemsInForm(item, fields, () => false, names)).toMatchObject([
      { at: 'customfield_1', code: 'jiraRefusedUnseen', params: { jiraField: 'Model of device' } },
      { at: 'components', code: 'jiraRefusedUnseen' },
    ]);
  });

  it('are readable: labels in both languages, names, yes and no, nothing hidden', () => {
    expect(readableAnswers({ form }, { ...answers, note: 'old' }, names)).toEqual([
      {
        label: expect.anything() as unknown,
        value: 'Standard',
        valueText: { en: 'Standard', ru: 'Стандарт' },
      },
      { label: expect.anything() as unknown, value: 'Boris' },
      { label: expect.anything() as unknown, value: 'Yes', valueText: { en: 'Yes', ru: 'Да' } },
    ]);
  });
});

it('lists the rows of a table as a spreadsheet reads them, and runs nothing', () => {
  const cells = [
    { id: 'what', label: { en: 'What', ru: 'Что' }, type: 'text' as const },
    { id: 'price', label: { en: 'Price, EUR' }, type: 'number' as const },
  ];
  const list = field('list', { type: 'table', cells });
  const [row] = readableAnswers({ form: [list] }, { list: ['Desk; oak\t-1250.5', '=1+1\t'] }, new Map());
  expect(row?.value).toBe('What,"Price, EUR"\n"Desk; oak",-1250.5\n\'=1+1,');
  expect(row?.valueText?.ru).toMatch(/^Что,/);
});

describe('Atlassian’s document format', () => {
  it('holds no empty text, which Jira refuses', () => {
    expect(JSON.stringify(doc([paragraph(text('')), table([['a', '']])]))).not.toContain('"text":""');
  });

  it('is read as plain text, mentions, cards and line breaks included', () => {
    const body = doc([
      paragraph({ type: 'mention', attrs: { id: 'a', text: '@Alice' } }, text(' see '), {
        type: 'inlineCard',
        attrs: { url: 'https://x' },
      }),
      paragraph(text('one'), { type: 'hardBreak' }, text('two')),
    ]);
    expect(plainText(body)).toBe('@Alice see https://x\none\ntwo');
    expect(plainText(null)).toBe('');
    expect(plainText(textDocument('a\n\nb'))).toBe('a\n\nb');
  });
});
