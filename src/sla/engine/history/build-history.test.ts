import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { definitionsOf, metricOf } from '../testing/build';
import { buildHistory } from './build-history';
import { groupsInComments } from './comment-groups';
import { changelogEntrySchema, commentSchema, type StatusCategories } from './schema';

const categories: StatusCategories = { '1': 'new', '2': 'indeterminate', '3': 'done' };
const at = (minute: number): string => `2026-06-01T09:${String(minute).padStart(2, '0')}:00.000+0000`;
const instant = (minute: number): number => Date.UTC(2026, 5, 1, 9, minute);

const entry = (id: string, minute: number, ...items: readonly Record<string, unknown>[]) =>
  v.parse(changelogEntrySchema, { id, author: { accountId: 'ann' }, created: at(minute), items });

const build = (
  fields: Record<string, unknown>,
  changelog: ReturnType<typeof entry>[],
  watched: readonly string[],
  comments: unknown[] = [],
) =>
  buildHistory({
    issue: { id: '7', key: 'IT-7', fields: { created: at(0), reporter: { accountId: 'rita' }, ...fields } },
    changelog,
    comments: comments.map((comment) => v.parse(commentSchema, comment)),
    appFacts: [],
    categories,
    fields: new Set(watched),
  });

describe('the history of an issue', () => {
  test('undoes the changelog to find the fields at creation', () => {
    const history = build(
      { status: { id: '3' }, priority: { id: '1' }, assignee: { accountId: 'ben' } },
      [
        entry('11', 5, { field: 'status', fieldId: 'status', from: '2', to: '3' }),
        entry(
          '10',
          3,
          { field: 'status', fieldId: 'status', from: '1', to: '2' },
          { field: 'assignee', fieldId: 'assignee', from: null, to: 'ben' },
        ),
      ],
      ['status', 'priority', 'assignee'],
    );
    expect(history.initial).toEqual({ status: ['1'], priority: ['1'], assignee: [] });
  });

  test('all items of one entry are one fact at one instant', () => {
    const history = build(
      { status: { id: '3' }, resolution: { id: '9' } },
      [
        entry(
          '10',
          3,
          { field: 'status', fieldId: 'status', from: '1', to: '3' },
          { field: 'resolution', fieldId: 'resolution', from: null, to: '9' },
        ),
      ],
      ['status', 'resolution'],
    );
    expect(history.facts).toEqual([
      {
        kind: 'change',
        at: instant(3),
        id: '10',
        by: 'ann',
        changes: [
          { field: 'status', from: ['1'], to: ['3'] },
          { field: 'resolution', from: [], to: ['9'] },
        ],
      },
    ]);
  });

  test('the category follows the status, also that of statuses left long ago', () => {
    const history = build(
      { status: { id: '3' } },
      [entry('10', 3, { field: 'status', fieldId: 'status', from: '1', to: '3' })],
      ['status', 'statusCategory'],
    );
    expect(history.initial['statusCategory']).toEqual(['new']);
    expect(history.facts[0]).toMatchObject({
      changes: [{ field: 'status' }, { field: 'statusCategory', from: ['new'], to: ['done'] }],
    });
  });

  test('a change between statuses of one category does not change the category', () => {
    const history = build(
      { status: { id: '1' } },
      [entry('10', 3, { field: 'status', fieldId: 'status', from: '1', to: '1' })],
      ['status', 'statusCategory'],
    );
    expect(history.facts[0]).toMatchObject({ changes: [{ field: 'status' }] });
  });

  test('a status that Jira no longer knows keeps its id and has no category', () => {
    const history = build(
      { status: { id: '3' } },
      [entry('10', 3, { field: 'status', fieldId: 'status', from: '999', to: '3' })],
      ['status', 'statusCategory'],
    );
    expect(history.initial).toEqual({ status: ['999'], statusCategory: [] });
  });

  test('components are told one by one and read as whole values', () => {
    const history = build(
      { components: [{ id: 'b' }, { id: 'c' }] },
      [
        entry(
          '10',
          3,
          { field: 'Component', fieldId: 'components', from: 'a', to: null },
          { field: 'Component', fieldId: 'components', from: null, to: 'c' },
        ),
      ],
      ['components'],
    );
    expect(history.initial['components']).toEqual(['b', 'a']);
    expect(history.facts[0]).toMatchObject({
      changes: [{ field: 'components', from: ['b', 'a'], to: ['b', 'c'] }],
    });
  });

  test.each([
    [
      'labels by blanks',
      { field: 'labels', fieldId: 'labels', from: null, fromString: 'a b', to: null, toString: 'b' },
      ['a', 'b'],
    ],
    [
      'several options in brackets',
      { field: 'Sites', fieldId: 'customfield_1', from: '[1, 2]', to: '[2]' },
      ['1', '2'],
    ],
    [
      'a text by its words',
      { field: 'Note', fieldId: 'customfield_1', from: null, fromString: 'old', to: null, toString: 'new' },
      ['old'],
    ],
    [
      'a date by its ISO form',
      { field: 'duedate', fieldId: 'duedate', from: '2026-06-05', fromString: '5/Jun/26', to: null },
      ['2026-06-05'],
    ],
  ])('reads %s', (_name, item, expected) => {
    const field = item.fieldId;
    expect(build({}, [entry('10', 3, item)], [field]).initial[field]).toEqual(expected);
  });

  test('an absent toString is nothing, not the method every object has', () => {
    const history = build(
      {},
      [entry('10', 3, { field: 'Note', fieldId: 'customfield_1', from: null, fromString: 'old', to: null })],
      ['customfield_1'],
    );
    expect(history.facts[0]).toMatchObject({ changes: [{ to: [] }] });
  });

  test('a moved issue began in its first project', () => {
    const history = build(
      { project: { id: '200' } },
      [
        entry(
          '10',
          3,
          { field: 'project', fieldId: 'project', from: '100', to: '200' },
          { field: 'Key', from: null, fromString: 'A-1', to: null, toString: 'B-1' },
        ),
      ],
      ['projectId'],
    );
    expect(history.initial).toEqual({ projectId: ['100'] });
  });

  test('several links of one entry stay apart', () => {
    const link = (key: string) => ({
      field: 'Link',
      from: null,
      to: key,
      toString: `This issue blocks ${key}`,
    });
    const { facts } = build({}, [entry('10', 3, link('A-1'), link('A-2'))], []);
    expect(facts).toMatchObject([
      { kind: 'link', id: '10', linked: true, linkType: 'blocks' },
      { kind: 'link', id: '10.1', linked: true, linkType: 'blocks' },
    ]);
  });

  test('entries that change nothing watched are no facts', () => {
    expect(
      build({}, [entry('10', 3, { field: 'summary', fieldId: 'summary', from: null, to: null })], ['status'])
        .facts,
    ).toEqual([]);
  });

  test('an issue without its creation instant is refused', () => {
    expect(() => build({ created: null }, [], [])).toThrow('creation');
  });
});

describe('the groups of those who comment', () => {
  const triggers = (groups?: readonly string[]) =>
    ({ on: 'commented', by: ['agent'], audience: 'any', ...(groups ? { groups } : {}) }) as const;
  test('are needed only when a comment trigger names groups', () => {
    const named = metricOf({
      stop: [triggers(['second-line'])],
      reset: { on: [triggers(['vip'])], finished: 'keep' },
    });
    expect([...groupsInComments(definitionsOf(named))]).toEqual(['second-line', 'vip']);
    expect(groupsInComments(definitionsOf(metricOf({ stop: [triggers()] }))).size).toBe(0);
  });
});
