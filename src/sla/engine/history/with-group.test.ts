import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { replay } from '../replay/replay';
import { timeByHolder } from '../report/breakdown';
import { at, definitionsOf, historyOf, HOUR, metricOf, statusAt } from '../testing/build';
import { changelogEntrySchema, jiraIssueSchema } from './schema';
import { withGroup } from './with-group';

const FIELD = 'customfield_10050';
const entry = (when: string, id: string, item: object) =>
  v.parse(changelogEntrySchema, {
    id,
    author: { accountId: 'ann' },
    created: new Date(at(when)).toISOString(),
    items: [{ field: 'Team', fieldId: FIELD, ...item }],
  });
const issueWith = (value: unknown) =>
  v.parse(jiraIssueSchema, {
    id: '10001',
    key: 'HELP-1',
    fields: { created: new Date(at('2026-06-01T10:00')).toISOString(), [FIELD]: value },
  });
const NETWORK = { id: 'team-1', name: 'Network' };
const moves = [
  entry('2026-06-01T11:00', '5', { from: null, to: 'team-2', fromString: '', toString: 'Desk' }),
  entry('2026-06-01T13:00', '6', {
    from: 'team-2',
    to: 'team-1',
    fromString: 'Desk',
    toString: 'Network',
  }),
];
const plain = historyOf('2026-06-01T10:00', [statusAt('2026-06-01T15:00', 'Open', 'Done')]);
const sharesIn = (history: typeof plain) =>
  timeByHolder(
    replay(definitionsOf(metricOf()), history, at('2026-06-01T16:00'), { trace: true }),
    'group',
  )[0]?.shares.map(({ key, runningMs }) => [key, runningMs / HOUR]);

describe('the field that holds the team', () => {
  it('becomes the holder of each stretch of a clock', () => {
    const { history, names } = withGroup(plain, {
      field: FIELD,
      issue: issueWith(NETWORK),
      changelog: moves,
    });
    expect(sharesIn(history)).toEqual([
      [null, 1],
      ['team-2', 2],
      ['team-1', 2],
    ]);
    expect(names).toEqual({ 'team-1': 'Network', 'team-2': 'Desk' });
  });

  it('adds to a fact that is known already instead of telling it twice', () => {
    const known = { ...statusAt('2026-06-01T11:00', 'Open', 'Work'), id: '5' };
    const { history } = withGroup(
      { ...plain, facts: [known] },
      { field: FIELD, issue: issueWith(NETWORK), changelog: moves },
    );
    expect(history.facts.map(({ id }) => id)).toEqual(['5', '6']);
    expect(history.facts[0]).toMatchObject({ changes: [{ field: 'status' }, { field: 'group' }] });
  });

  it('reads an option by its value and a group by its name where the changelog knows no id', () => {
    const option = withGroup(plain, {
      field: FIELD,
      issue: issueWith({ id: '7', value: 'Desk' }),
      changelog: [],
    });
    expect(option.names).toEqual({ 7: 'Desk' });
    const group = withGroup(plain, {
      field: FIELD,
      issue: issueWith([{ groupId: 'g-1', name: 'second-line' }]),
      changelog: [
        entry('2026-06-01T12:00', '5', {
          from: null,
          to: null,
          fromString: '[first-line]',
          toString: '[second-line]',
        }),
      ],
    });
    expect(sharesIn(group.history)).toEqual([
      ['first-line', 2],
      ['g-1', 3],
    ]);
  });

  it('is nobody while it is empty', () => {
    const { history } = withGroup(plain, { field: FIELD, issue: issueWith(null), changelog: [] });
    expect(sharesIn(history)).toEqual([[null, 5]]);
  });
});
