import * as v from 'valibot';
import { AROUND, content, field } from '../../../../test/support/samples';
import { diffDocuments } from '../../../kernel/diff';
import { checkCategories } from '../categories';
import { checkItem, errorsOf } from './check-item';
import { criteriaNeedGroups, mayOrder } from '../audience/entitlement';
import type { Category, Entitlement, FormField, ItemContent } from '../model';
import { priceOf } from '../form/price';
import { itemContentSchema } from '../schema';
import { fillTemplate } from '../texts/template';

const errors = (over: Partial<ItemContent>) =>
  errorsOf(checkItem(content(over), AROUND)).map(({ code, at }) => `${code} ${at}`);

describe('an item is published only without errors', () => {
  it('finds none in a sound one', () => {
    expect(checkItem(content(), AROUND).map(({ code }) => code)).toEqual([]);
  });

  const base = content();
  const cases: readonly (readonly [string, Partial<ItemContent>])[] = [
    ['noOwner owner', { owner: ' ' }],
    ['unknownCategory categoryIds', { categoryIds: ['gone'] }],
    ['unknownService serviceId', { serviceId: '' }],
    ['duplicateField form.why', { form: [field('why'), field('why'), field('due')] }],
    ['noOptions form.model', { form: [field('why'), field('due'), field('model', { type: 'choice' })] }],
    [
      'unsafePattern form.why.pattern',
      { form: [field('why', { pattern: { regex: '(a)\\1', message: { en: '' } } }), field('due')] },
    ],
    ['minAboveMax form.why', { form: [field('why', { minLength: 9, maxLength: 3 }), field('due')] }],
    [
      'unknownField form.why.visibleWhen',
      { form: [field('why', { visibleWhen: { field: 'gone', op: 'filled' } }), field('due')] },
    ],
    ['unknownField fulfilment.duedate', { form: [field('why')] }],
    [
      'unknownPlaceholder fulfilment.summary',
      { fulfilment: { ...base.fulfilment, summary: '{{field.gone}}' } },
    ],
    ['noSpace fulfilment.projectId', { fulfilment: { ...base.fulfilment, projectId: '' } }],
    ['noType fulfilment.issueTypeId', { fulfilment: { ...base.fulfilment, issueTypeId: '' } }],
    [
      'stageWithoutName stages.received',
      { stages: base.stages.map((stage) => ({ ...stage, name: { en: '' } })) },
    ],
    ['noSummary fulfilment.summary', { fulfilment: { ...base.fulfilment, summary: ' ' } }],
    [
      'reservedField fulfilment.reporter',
      {
        fulfilment: {
          ...base.fulfilment,
          mappings: [{ jiraField: 'reporter', source: { kind: 'constant', value: 'x' } }],
        },
      },
    ],
    [
      'stageWithoutStatus stages.received',
      { stages: base.stages.map((stage) => (stage.id === 'received' ? { ...stage, statusIds: [] } : stage)) },
    ],
    [
      'statusInTwoStages stages',
      {
        stages: base.stages.map((stage) => ({ ...stage, statusIds: [...stage.statusIds, '1'] })).slice(0, 3),
      },
    ],
    ['noEndStage stages', { stages: base.stages.slice(0, 1) }],
    ['noApprovers approvals.0', { approvals: [{ approvers: [], rule: 'any' }] }],
    ['noWaitingStatus approvals.0.waitingStatusId', { approvals: [{ approvers: ['maria'], rule: 'any' }] }],
    [
      'noApprovedStatus approvals.0.approvedToStatusId',
      { approvals: [{ approvers: ['maria'], rule: 'any' }] },
    ],
    [
      'noDeclinedStatus approvals.0.declinedToStatusId',
      { approvals: [{ approvers: ['maria'], rule: 'any' }] },
    ],
    [
      'waitsInPlace approvals.0.waitingStatusId',
      { approvals: [{ approvers: ['maria'], rule: 'any', waitingStatusId: '2', approvedToStatusId: '2' }] },
    ],
    [
      'approverFieldNotUser approvals.0.approverField',
      { approvals: [{ approvers: [], approverField: 'why', rule: 'any' }] },
    ],
    ['sharedNotText joining', { joining: { shows: 'gone' } }],
    ['sharedNotText joining', { joining: { shows: 'due' } }],
    [
      'sharedConfidential joining',
      {
        joining: { shows: 'why' },
        fulfilment: {
          ...base.fulfilment,
          mappings: [{ jiraField: 'security', source: { kind: 'constant', value: '1' } }],
        },
      },
    ],
    ['beneficiaryNotUser onBehalf', { onBehalf: { field: 'gone', access: 'restricted' } }],
    ['beneficiaryNotUser onBehalf', { onBehalf: { field: 'why', access: 'delegated' } }],
    [
      'beneficiaryMayBeMissed onBehalf',
      {
        form: [...base.form, field('who', { type: 'user', visibleWhen: { field: 'why', op: 'filled' } })],
        onBehalf: { field: 'who', access: 'restricted' },
      },
    ],
  ];
  it.each(cases)('says %s', (problem, over) => {
    expect(errors(over)).toContain(problem);
  });

  it('takes a question for whom that is required, or always shown', () => {
    const onBehalf = { field: 'who', access: 'restricted' } as const;
    const visibleWhen = { field: 'why', op: 'filled' } as const;
    for (const over of [{ required: true, visibleWhen }, {}])
      expect(errors({ form: [...base.form, field('who', { type: 'user', ...over })], onBehalf })).toEqual([]);
  });

  it('warns of a question for whom that changes nothing', () => {
    const who = field('who', { type: 'user', default: { kind: 'requester' } });
    const codes = (over: Partial<ItemContent>) =>
      checkItem(content({ form: [...base.form, who], ...over }), AROUND).map(({ code }) => code);
    expect(codes({})).toEqual(['beneficiaryUnused']);
    expect(codes({ onBehalf: { field: 'who', access: 'delegated' } })).toEqual([]);
  });

  it('names an option a condition compares with that is not there', () => {
    const model = field('model', { type: 'choice', options: [{ id: 'a', label: { en: 'A' } }] });
    const why = field('why', { visibleWhen: { any: [{ field: 'model', op: 'is', value: 'b' }] } });
    expect(errors({ form: [model, why, field('due')] })).toEqual(['unknownOption form.why.visibleWhen']);
  });

  it('needs words for everything people choose from or read', () => {
    const option = (id: string, en: string) => ({ id, label: { en } });
    const model = field('model', {
      type: 'choice',
      options: [option('a', ''), option('b', 'B'), option('c', 'B ')],
    });
    const note = field('note', { type: 'info', label: { en: ' ' } });
    expect(errors({ form: [model, note, field('why'), field('due')] })).toEqual([
      'optionWithoutLabel form.model.options',
      'sameOptionLabel form.model.options',
      'noLabel form.note',
    ]);
  });

  it('needs a value for every comparison', () => {
    const why = field('why', { visibleWhen: { field: 'due', op: 'isNot', value: ' ' } });
    expect(errors({ form: [field('due'), why] })).toEqual(['comparedWithNothing form.why.visibleWhen']);
  });

  it('needs a field to start with what it takes', () => {
    const starts: readonly (readonly [Partial<FormField>, boolean])[] = [
      [{ type: 'number', max: 5, default: { kind: 'static', value: 7 } }, false],
      [{ type: 'number', step: 0.1, default: { kind: 'static', value: 0.3 } }, true],
      [{ type: 'number', min: 1, step: 2, default: { kind: 'static', value: 4 } }, false],
      [{ type: 'text', default: { kind: 'static', value: null } }, false],
      [{ type: 'text', default: { kind: 'requester' } }, false],
      [{ type: 'user', default: { kind: 'requester' } }, true],
      [{ type: 'date', default: { kind: 'today', days: 3 } }, true],
      [{ type: 'info', default: { kind: 'static', value: 'x' } }, false],
    ];
    for (const [start, isFine] of starts) {
      const found = errors({ form: [field('it', start), field('why'), field('due')] });
      expect([start, found]).toEqual([start, isFine ? [] : ['unfitDefault form.it.default']]);
    }
  });

  it('names the circle of fields that show each other', () => {
    const a = field('a', { visibleWhen: { field: 'b', op: 'filled' } });
    const b = field('b', { visibleWhen: { field: 'a', op: 'filled' } });
    const [problem] = errorsOf(checkItem(content({ form: [a, b, field('why'), field('due')] }), AROUND));
    expect(problem).toMatchObject({
      code: 'visibilityCycle',
      params: { fields: { text: { en: 'a → b → a' } } },
    });
  });

  it('warns of what it can live with', () => {
    const warnings = checkItem(content({ name: { en: 'Laptop' }, articles: [], promise: {} }), AROUND);
    expect(warnings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning missingTranslation',
      'warning noPromise',
      'warning noArticle',
    ]);
  });
});

describe('the schema of an item', () => {
  it('takes a sound one and refuses unknown members and too much', () => {
    expect(v.is(itemContentSchema, content())).toBe(true);
    const nowhere = { ...content().fulfilment, projectId: '', projectKey: '', issueTypeId: '' };
    expect(v.is(itemContentSchema, content({ fulfilment: nowhere }))).toBe(true);
    expect(v.is(itemContentSchema, { ...content(), extra: 1 })).toBe(false);
    expect(
      v.is(itemContentSchema, content({ form: Array.from({ length: 101 }, (_, n) => field(`f${n}`)) })),
    ).toBe(false);
    const long = { en: 'x'.repeat(300), ru: 'x'.repeat(300) };
    const heavy = { label: { en: 'x'.repeat(200), ru: 'x'.repeat(200) } };
    const options = Array.from({ length: 200 }, (_, n) => ({ id: `o${n}`, ...heavy }));
    const form = Array.from({ length: 3 }, (_, n) =>
      field(`f${n}`, { type: 'choice', label: long, options }),
    );
    expect(v.is(itemContentSchema, content({ form }))).toBe(false);
  });
});

describe('who may order', () => {
  const nobody: Entitlement['availableFor'] = { groups: [], users: [] };
  const entitlement = (yes: Partial<typeof nobody>, no: Partial<typeof nobody> = {}): Entitlement => ({
    availableFor: { ...nobody, ...yes },
    notAvailableFor: { ...nobody, ...no },
  });
  const byItself = (own: Entitlement) => ({ own, ways: [] });
  const alice = { accountId: 'alice', groups: ['staff'] };
  it.each([
    ['everybody by default', entitlement({}), true],
    ['those in a group', entitlement({ groups: ['staff'] }), true],
    ['nobody else', entitlement({ groups: ['it'] }), false],
    ['a named person', entitlement({ users: ['alice'] }), true],
    [
      'not those who are excluded, though they are included',
      entitlement({ users: ['alice'] }, { groups: ['staff'] }),
      false,
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(mayOrder(byItself(given), alice)).toBe(expected);
  });

  it('is closed, where a group is shut out, to somebody whose groups nobody tells', () => {
    const nobody = { groups: [], users: [] };
    const unknown = { accountId: 'olga', groups: null };
    const contractors = { groups: ['contractors'], users: [] };
    expect(mayOrder(byItself({ availableFor: nobody, notAvailableFor: contractors }), unknown)).toBe(false);
    expect(mayOrder(byItself({ availableFor: contractors, notAvailableFor: nobody }), unknown)).toBe(false);
    const named = { groups: ['contractors'], users: ['olga'] };
    expect(mayOrder(byItself({ availableFor: named, notAvailableFor: nobody }), unknown)).toBe(true);
    expect(mayOrder(byItself({ availableFor: nobody, notAvailableFor: nobody }), unknown)).toBe(true);
  });

  it('asks for groups only where a group is named', () => {
    expect(criteriaNeedGroups(byItself(entitlement({ users: ['alice'] })))).toBe(false);
    expect(criteriaNeedGroups(byItself(entitlement({}, { groups: ['x'] })))).toBe(true);
  });
});

it('adds the chosen options to the price, without errors of binary fractions, and none of hidden ones', () => {
  const options = [{ id: 'big', label: { en: 'Big' }, price: 0.2 }];
  const form = [
    field('size', { type: 'choice', options }),
    field('extra', { type: 'multiChoice', options, visibleWhen: { field: 'size', op: 'empty' } }),
  ];
  const item = { form, price: { amount: 0.1, currency: 'EUR' } };
  expect(priceOf(item, { size: 'big', extra: ['big'] })).toEqual({ amount: 0.3, currency: 'EUR' });
  expect(priceOf({ form }, {})).toBeNull();
});

it('fills templates and drops what it does not know', () => {
  const values = {
    requester: 'Alice',
    item: 'Laptop',
    field: (id: string) => (id === 'why' ? 'broken' : ''),
  };
  expect(fillTemplate(' {{item}} – {{ requester }}: {{field.why}} {{field.x}} {{evil}}', values)).toBe(
    'Laptop – Alice: broken',
  );
});

it('finds categories that lie in themselves, nowhere or in another catalog', () => {
  const of = (id: string, parentId?: string, catalogId = 'c'): Category => ({
    id,
    catalogId,
    ...(parentId && { parentId }),
    name: { en: id },
    description: { en: '' },
    icon: '',
    order: 1,
  });
  const codes = (list: readonly Category[]) => checkCategories(list, new Set(['c'])).map(({ code }) => code);
  expect(codes([of('a'), of('b', 'a')])).toEqual([]);
  expect(codes([of('a', 'b'), of('b', 'a')])).toEqual(['categoryCycle', 'categoryCycle']);
  expect(codes([of('a', 'gone')])).toEqual(['unknownParent']);
  expect(codes([of('a', undefined, 'other')])).toEqual(['unknownCatalog']);
  expect(codes([of('a'), of('a')])).toEqual(['duplicateCategory']);
});

it('tells differences leaf by leaf, members by their id, moves as moves', () => {
  const a = {
    name: 'x',
    form: [
      { id: 'p', n: 1 },
      { id: 'q', n: 2 },
    ],
  };
  expect(
    diffDocuments(a, {
      name: 'y',
      form: [
        { id: 'q', n: 3 },
        { id: 'p', n: 1 },
      ],
    }),
  ).toEqual([
    { path: 'name', before: 'x', after: 'y' },
    { path: 'form.q.n', before: 2, after: 3 },
  ]);
  expect(diffDocuments(a, { ...a, form: [...a.form].reverse() })).toEqual([
    { path: 'form.order', before: ['p', 'q'], after: ['q', 'p'] },
  ]);
  expect(diffDocuments(a, a)).toEqual([]);
  expect(diffDocuments({}, { long: 'x'.repeat(500) })[0]?.after).toHaveLength(200);
});
