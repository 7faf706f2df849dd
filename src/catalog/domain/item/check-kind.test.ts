import { AROUND, content, field } from '../../../../test/support/samples';
import { checkItem, errorsOf } from './check-item';
import type { FormRule, ItemContent, RuleEffect } from '../model';

const around = { ...AROUND, itemIds: new Set(['phone']) };
const { fulfilment } = content();
const EMPTY = {
  fulfilment: { ...fulfilment, projectId: '', issueTypeId: '', summary: '', mappings: [] },
  stages: [],
  promise: {},
};
const errors = (over: Partial<ItemContent>) =>
  errorsOf(checkItem(content(over), around)).map(({ code, at }) => `${code} ${at}`);
const leading = (effect: Omit<Extract<RuleEffect, { do: 'lead' }>, 'do'>): readonly FormRule[] => [
  { id: 'r', name: 'Lead', then: [{ do: 'lead', ...effect }] },
];
const text = { en: 'Restart it.' };

it.each([
  ['a request', undefined, {}],
  ['an incident', 'incident', {}],
  [
    'a link without stages and mapping',
    'link',
    { ...EMPTY, opens: { kind: 'url', url: 'https://a.example' } },
  ],
  ['an article', 'link', { ...EMPTY, opens: { kind: 'page', id: '7', title: 'How' } }],
  ['a quick answer of a text', 'answer', { ...EMPTY, rules: leading({ text }) }],
  [
    'a request that leads to another item',
    undefined,
    { rules: leading({ to: { kind: 'item', id: 'phone' }, text }) },
  ],
] as const)('%s can be published', (_what, kind, over) => {
  expect(errors({ ...(kind && { kind }), ...over })).toEqual([]);
});

it.each([['javascript:alert(1)'], ['file:///etc/passwd'], ['www.example.com'], ['']])(
  'a link opens nothing but addresses of the web: %s',
  (url) => {
    expect(errors({ ...EMPTY, kind: 'link', opens: { kind: 'url', url } })).toEqual(['noAddress opens']);
    expect(errors({ rules: leading({ to: { kind: 'url', url }, text }) })).toEqual(['unfitEffect rules.r']);
  },
);

it.each<readonly [string, Partial<ItemContent>]>([
  ['noAddress opens', { ...EMPTY, kind: 'link' }],
  ['leadsNowhere rules', { ...EMPTY, kind: 'answer' }],
  ['unfitEffect rules.r', { rules: leading({ text: { en: '' } }) }],
  ['leadsToUnknown rules', { rules: leading({ to: { kind: 'item', id: 'gone' }, text }) }],
])('%s stops publishing', (found, over) => {
  expect(errors(over)).toEqual([found]);
});

it('keeps a bundle as a draft, with what else is wrong with it', () => {
  const bundle = [{ itemId: 'phone', when: { field: 'gone', op: 'filled' } as const }, { itemId: 'old' }];
  expect(errors({ ...EMPTY, kind: 'bundle', form: [field('why')], bundle })).toEqual([
    'bundleNotYet kind',
    'unknownField bundle.0.when',
    'leadsToUnknown bundle',
  ]);
});
