/** What holds for every section, by one table. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { content, field } from '../../../test/support/samples';
import type { FormRule } from '../../catalog/domain/model';
import type { MovedItem } from '../../catalog/domain/sections';
import type { Ref } from '../../kernel/refs';
import {
  exported,
  inPlaceOf,
  parsed,
  refsOf,
  saysTheSame,
  type Section,
  withRefs,
} from '../../kernel/section';
import { DEFAULT_POLICY } from '../../sla/definitions/domain/policy/schema';
import { calendarArb } from '../../sla/engine/testing/arbitrary';
import { agreementOf, metricOf } from '../../sla/engine/testing/build';
import { FILE_SECTIONS, siteRefs, withSiteRefs } from './config-document';

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const jiraId = fc.integer({ min: 1, max: 99_999 }).map(String);
const name = fc.string({ minLength: 1, maxLength: 20 });
const text = fc.record({ en: name, ru: name }, { requiredKeys: ['en'] });
const custom = jiraId.map((n) => `customfield_${n}`);
const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

const test = fc.oneof(
  fc.record({
    field: fc.constantFrom(
      'status',
      'projectId',
      'issuetype',
      'priority',
      'assignee',
      'customfield_3',
      'labels',
    ),
    op: fc.constantFrom('in', 'notIn'),
    values: list(jiraId),
  }),
  fc.record({ field: custom, op: fc.constantFrom('set', 'empty') }),
);
const condition = fc.oneof(
  test,
  fc.record({ all: list(test) }),
  fc.record({ any: list(fc.record({ not: test })) }),
);
const trigger = fc.oneof(
  fc.constant({ on: 'created' }),
  fc.record(
    { on: fc.constant('changed'), field: custom, to: list(jiraId), and: condition },
    { requiredKeys: ['on', 'field'] },
  ),
  fc.record({ on: fc.constant('changed'), field: fc.constant('status'), from: list(jiraId) }),
  fc.record({
    on: fc.constant('commented'),
    by: fc.constant(['agent']),
    audience: fc.constant('any'),
    groups: list(id),
  }),
  fc.record({ on: fc.constant('metric'), metricId: id, to: fc.constant('met') }),
  fc.record({ on: fc.constant('while'), condition }),
);
const recipient = fc.oneof(
  fc.constant({ kind: 'assignee' }),
  fc.record({ kind: fc.constant('user'), accountId: id }),
  fc.record({ kind: fc.constant('group'), groupId: id, name }),
  fc.record({ kind: fc.constant('role'), roleId: jiraId }),
  fc.record({ kind: fc.constant('userField'), field: custom }),
);
const action = fc.oneof(
  fc.record({ kind: fc.constantFrom('comment', 'notify'), to: list(recipient) }),
  fc.record({ kind: fc.constant('assign'), to: recipient }),
  fc.record({ kind: fc.constant('priority'), priorityId: jiraId }),
  fc.record({ kind: fc.constant('transition'), toStatusId: jiraId }),
  fc.record({
    kind: fc.constant('createLinked'),
    projectId: jiraId,
    issueTypeId: jiraId,
    linkType: name,
    summary: name,
  }),
);
const level = fc.record(
  { id, name, at: fc.constant({ kind: 'percent', percent: 50 }), when: condition, actions: list(action) },
  { requiredKeys: ['id', 'name', 'at', 'actions'] },
);
const source = fc.oneof(
  fc.record({ kind: fc.constant('fixed'), calendarId: fc.option(id) }),
  fc.record({
    kind: fc.constant('field'),
    field: fc.oneof(custom, fc.constant('assignee')),
    map: fc.dictionary(id, id, { maxKeys: 3 }),
    fallback: fc.option(id),
  }),
);
const goal = fc.record(
  {
    id,
    name,
    when: condition,
    target: fc.oneof(
      fc.constant({ kind: 'none' }),
      fc.record({ kind: fc.constant('durationField'), field: custom, unitMs: fc.constant(1_000) }),
    ),
    calendar: source,
  },
  { requiredKeys: ['id', 'name', 'target'] },
);
const testCase = fc.record({
  id,
  name,
  zone: fc.constant('UTC'),
  createdAt: fc.constant('2026-06-01T10:00'),
  at: fc.constant('2026-06-02T10:00'),
  fields: fc.dictionary(fc.oneof(custom, fc.constant('status')), list(jiraId), { maxKeys: 2 }),
  events: list(
    fc.oneof(
      fc.record({
        at: fc.constant('2026-06-01T11:00'),
        kind: fc.constant('change'),
        changes: list(fc.record({ field: fc.constantFrom('status', 'customfield_3'), to: list(jiraId) })),
      }),
      fc.record({
        at: fc.constant('2026-06-01T11:00'),
        kind: fc.constant('child'),
        issueId: jiraId,
        metricId: id,
        what: fc.constant('pauses'),
      }),
    ),
  ),
  expect: fc.constant({}),
});
const metric = fc
  .record(
    {
      id,
      name: text,
      agreementId: id,
      version: fc.integer({ min: 1, max: 90 }),
      scope: condition,
      calendar: source,
      start: list(trigger),
      stop: list(trigger),
      resume: list(trigger),
      cancel: fc.record({ when: fc.constant('trigger'), any: list(trigger) }),
      reset: fc.record({ on: list(trigger), finished: fc.constant('keep') }),
      pause: list(fc.record({ reason: id, when: condition, resumeAtField: custom })),
      goals: list(goal),
      spaces: list(fc.record({ id: jiraId, goals: list(goal) })),
      startFromField: custom,
      escalations: list(level),
      tests: list(testCase),
    },
    { requiredKeys: ['id', 'name'] },
  )
  .map((parts) => ({ ...metricOf(), ...parts }));

const people = fc.record({ groups: list(id), users: list(id) });
const leading = (itemId: string): readonly FormRule[] => [
  {
    id: 'r',
    name: 'Lead',
    then: [{ do: 'lead', to: { kind: 'item', id: itemId }, text: { en: 'There' } }],
  },
];

const item = fc
  .record({
    id,
    name: text,
    state: fc.constantFrom('draft', 'published', 'retired'),
    owner: id,
    categoryIds: list(id),
    availableFor: people,
    notAvailableFor: people,
    jiraField: custom,
    projectId: jiraId,
    statuses: list(jiraId),
    approvers: list(id),
    ledTo: id,
    page: jiraId,
    replacedBy: fc.option(id, { nil: undefined }),
  })
  .map(({ id: own, state, replacedBy, statuses, approvers, jiraField, projectId, ledTo, page, ...parts }) => {
    const { availableFor, notAvailableFor, ...face } = parts;
    const plain = content();
    return {
      id: own,
      state,
      ...(replacedBy && { replacedBy }),
      content: content({
        ...face,
        entitlement: { availableFor, notAvailableFor },
        form: [field('why', { set: ledTo })],
        opens: { kind: 'page', id: page, title: 'How' },
        bundle: [{ itemId: ledTo }],
        rules: leading(ledTo),
        fulfilment: {
          ...plain.fulfilment,
          projectId,
          mappings: [{ jiraField, source: { kind: 'answer', field: 'why' } }],
        },
        stages: plain.stages.map((stage) => ({ ...stage, statusIds: statuses })),
        approvals: [{ approvers, rule: 'any', ...(statuses[0] && { waitingStatusId: statuses[0] }) }],
      }),
    } satisfies MovedItem;
  });

const member = { id, rev: fc.integer({ min: 1, max: 90 }), name: text };
const VALUES: Readonly<Record<string, fc.Arbitrary<object>>> = {
  holidaySet: fc.record({
    id,
    name,
    holidays: list(fc.record({ kind: fc.constant('date'), date: fc.constant('2026-12-25'), name })),
  }),
  calendar: fc
    .tuple(calendarArb, id, fc.option(id, { nil: undefined }), list(id))
    .map(([calendar, own, baseId, holidaySetIds]) => ({
      ...calendar,
      id: own,
      holidaySetIds,
      ...(baseId && { baseId }),
    })),
  agreement: fc
    .record(
      {
        parentId: id,
        serviceId: id,
        responsible: id,
        pageId: jiraId,
        measuredOn: fc.record({
          kind: fc.constant('link' as const),
          linkTypeId: jiraId,
          direction: fc.constant('any' as const),
        }),
      },
      { requiredKeys: [] },
    )
    .map((parts) => agreementOf('own', parts)),
  metric,
  agents: fc.oneof(
    fc.constant({ by: 'assignable' }),
    fc.record({ by: fc.constant('groups'), groups: fc.array(id, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      by: fc.constant('roles'),
      roles: fc.array(fc.record({ id: jiraId, name }), { minLength: 1, maxLength: 3 }),
    }),
  ),
  policy: fc
    .record({ contact: id, safeModeSince: fc.constant('2026-06-01T00:00:00.000Z') }, { requiredKeys: [] })
    .map((parts) => ({ ...DEFAULT_POLICY, ...parts })),
  display: fc.record({ groupField: fc.option(custom), forecasts: fc.boolean() }, { requiredKeys: [] }),
  catalog: fc.record({ ...member, managers: list(id), inPortal: fc.boolean() }),
  category: fc.record(
    {
      ...member,
      catalogId: id,
      parentId: id,
      description: text,
      icon: fc.constant(''),
      order: fc.nat(9),
      entitlement: fc.record({ availableFor: people, notAvailableFor: people }),
    },
    { requiredKeys: ['id', 'rev', 'name', 'catalogId', 'description', 'icon', 'order'] },
  ),
  service: fc.record({
    ...member,
    schema: fc.constant(1),
    description: text,
    department: name,
    owner: id,
    status: fc.constantFrom('pipeline', 'active', 'retired'),
  }),
  offering: fc.record(
    { ...member, serviceId: id, consumers: people, agreementId: id },
    { requiredKeys: ['id', 'rev', 'name', 'serviceId', 'consumers'] },
  ),
  pins: fc.record(
    {
      ...member,
      items: list(id),
      entitlement: fc.record({ availableFor: people, notAvailableFor: people }),
    },
    { requiredKeys: ['id', 'rev', 'name', 'items'] },
  ),
  announcement: fc.record(
    {
      ...member,
      kind: fc.constantFrom('information', 'knownIssue'),
      text,
      zone: fc.constant('Europe/Berlin'),
      from: fc.constant('2026-03-20T18:00'),
      catalogs: list(id),
      categories: list(id),
      items: list(id),
      entitlement: fc.record({ availableFor: people, notAvailableFor: people }),
    },
    { requiredKeys: ['id', 'rev', 'kind', 'name', 'text', 'zone'] },
  ),
  person: fc.record(
    { id, manager: id, standIn: id, assistants: list(fc.record({ id })), department: name, place: name },
    { requiredKeys: ['id'] },
  ),
  fieldSet: fc.record({ id, name: text, ledTo: id }).map(({ ledTo, ...set }) => ({
    ...set,
    form: [field('why', { visibleWhen: { field: '@group', op: 'is', value: ledTo } })],
    rules: leading(ledTo),
  })),
  optionPart: fc.record({
    id: fc.stringMatching(/^[\w-]{22}$/),
    options: fc.array(fc.record({ id, label: text }), { minLength: 1, maxLength: 3 }),
  }),
  item,
};

const valuesOf = ({ key }: { readonly key: string }): fc.Arbitrary<object> => {
  const values = VALUES[key];
  if (values === undefined) throw new Error(`Say here what values the section ${key} has.`);
  return values;
};
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const valueIn = (section: Section<object>, input: unknown): object => {
  const read = parsed(section, input);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.value;
};
/** As it would be stored: with the defaults of its schema, and with what the app sets. */
const storedOf = (section: Section<object>, given: object): object => ({
  ...valueIn(section, given),
  ...Object.fromEntries(Object.entries(given).filter(([name]) => section.owned.includes(name))),
});
const mapped = (ref: Ref): string => `${ref.id}_${ref.kind}`;
const FORGED: Readonly<Record<string, unknown>> = {
  rev: 4_711,
  version: 4_711,
  safeModeSince: '1999-01-01T00:00:00.000Z',
};

describe.each(FILE_SECTIONS.map((section) => [section.key, section] as const))('a %s', (_, section) => {
  const holds = (check: (value: object) => void): void =>
    fc.assert(
      fc.property(valuesOf(section), (given) => check(storedOf(section, given))),
      { seed: 7, numRuns: 60 },
    );

  it('comes back from a file as it went', () => {
    holds((value) => {
      const back = valueIn(section, json(exported(section, value)));
      expect(exported(section, back)).toEqual(json(exported(section, value)));
      expect(saysTheSame(section, inPlaceOf(section, back, value), value)).toBe(true);
    });
  });

  it('never takes from outside what the app alone sets, nor tells it', () => {
    holds((value) => {
      for (const name of section.owned) {
        expect(Object.hasOwn(exported(section, value), name)).toBe(false);
        const forged = valueIn(section, { ...value, [name]: FORGED[name] });
        expect(JSON.stringify(inPlaceOf(section, forged, value))).not.toContain(String(FORGED[name]));
        expect(JSON.stringify(inPlaceOf(section, forged, undefined))).not.toContain(String(FORGED[name]));
      }
    });
  });

  it('has other references after a rewriting, exactly where it had references, and the same after another back', () => {
    holds((value) => {
      const refs = refsOf(section, value);
      const there = withRefs(section, value, (ref) => ({ id: mapped(ref) }));
      expect(refsOf(section, there)).toEqual(refs.map((ref) => ({ ...ref, id: mapped(ref) })));
      const back = withRefs(section, there, ({ id: moved, kind }) => ({
        id: moved.slice(0, -kind.length - 1),
      }));
      expect(json(back)).toEqual(json(value));
      expect(withRefs(section, value, () => undefined)).toEqual(value);
      // Nothing else moves: every text that differs is a reference, before and after.
      const [before, after] = [leavesOf(value), leavesOf(there)];
      const moves = new Set(refs.map((ref) => `${ref.id} → ${mapped(ref)}`));
      const moved = before.flatMap((leaf, at) =>
        leaf === after[at] ? [] : [`${leaf} → ${String(after[at])}`],
      );
      expect(moved.filter((move) => !moves.has(move))).toEqual([]);
    });
  });
});

/** Every text in a value, as a key or as a value. */
function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...leavesOf(part),
  ]);
}

describe('a file of another site', () => {
  const document = {
    pledge: 1,
    sections: {
      display: [{ groupField: 'customfield_1', languages: ['de'] }],
      item: [{ id: 'laptop', state: 'draft', content: content() }, 'malformed'],
    },
  } as const;

  it('tells once of each thing outside the app that it refers to', () => {
    const refs = siteRefs(document).map(({ kind, id: own }) => `${kind} ${own}`);
    expect(refs).toEqual(
      expect.arrayContaining([
        'field customfield_1',
        'space 10000',
        'type 10001',
        'status 1',
        'person sergey',
        'page 7',
      ]),
    );
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs.filter((ref) => /category|service|metric/.test(ref))).toEqual([]);
  });

  it('takes what stands in their place, names included, and leaves the rest as it is', () => {
    const moved = withSiteRefs(
      document,
      new Map([
        ['field:customfield_1', { id: 'customfield_9' }],
        ['space:10000', { id: '20000', name: 'HELP' }],
      ]),
    );
    expect(moved.sections).toMatchObject({
      display: [{ groupField: 'customfield_9', languages: ['de'] }],
      item: [
        { content: { fulfilment: { projectId: '20000', projectKey: 'HELP', issueTypeId: '10001' } } },
        'malformed',
      ],
    });
  });
});
