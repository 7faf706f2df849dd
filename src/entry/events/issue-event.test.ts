import { describe, expect, test } from '@jest/globals';
import { parseIssueEvent } from './issue-event';

const issue = { id: '10073', key: 'SP-10', fields: { updated: '2026-06-01T09:00:00.000+0000' } };
const AT = Date.UTC(2026, 5, 1, 9);

describe('an event about a comment', () => {
  const comment = {
    id: '7',
    author: { accountId: 'ann' },
    created: '2026-06-01T09:00:00.000+0000',
    updated: '2026-06-01T09:00:00.000+0000',
  };
  const parsed = (part: unknown, eventType = 'avi:jira:commented:issue') =>
    parseIssueEvent({ eventType, timestamp: String(AT), issue, comment: part });

  test('tells which one, and nothing that it does not carry', () => {
    expect(parsed(comment)).toMatchObject({ kind: 'commented', comment: { id: '7', edited: false } });
    const typed = { ...comment, author: { accountId: 'ann', accountType: 'atlassian' }, jsdPublic: true };
    expect(parsed(typed)).toEqual(parsed(comment));
  });

  test('tells that it was changed after it was written', () => {
    const edited = { ...comment, updated: '2026-06-01T10:00:00.000+0000' };
    expect(parsed(edited)).toMatchObject({ comment: { edited: true } });
  });

  test('without the comment still counts, as a doubt', () => {
    for (const part of [undefined, null, {}, 'x']) {
      const event = parsed(part);
      expect(event).toMatchObject({ kind: 'commented', issueId: '10073' });
      expect(event).not.toHaveProperty('comment');
    }
  });

  test('names the one that was deleted', () => {
    expect(parsed(comment, 'avi:jira:deleted:comment')).toMatchObject({
      kind: 'uncommented',
      comment: { id: '7' },
    });
  });
});

describe('an event about a change', () => {
  const items = [{ field: 'status', fieldId: 'status', from: '1', fromString: 'A', to: '2', toString: 'B' }];
  const parsed = (parts: object) => parseIssueEvent({ eventType: 'avi:jira:updated:issue', issue, ...parts });

  test('may come without the id of its entry: the status it tells of is followed all the same', () => {
    const event = parsed({ timestamp: String(AT), changelog: { items } });
    expect(event).toMatchObject({
      kind: 'updated',
      issueId: '10073',
      issueKey: 'SP-10',
      at: AT,
      entry: { id: null, author: null, items: [{ fieldId: 'status', from: '1', to: '2' }] },
    });
  });

  test('may come without any of what is optional', () => {
    for (const parts of [{}, { changelog: null }, { changelog: { id: 5 } }, { timestamp: 'soon' }]) {
      const event = parsed(parts);
      expect(event).toMatchObject({ kind: 'updated', issueId: '10073', at: AT });
      expect(event).not.toHaveProperty('entry');
    }
    const bare = { eventType: 'avi:jira:updated:issue', issue: { id: 10073 } };
    expect(parseIssueEvent(bare)).toMatchObject({ issueId: '10073', at: null, fields: {} });
  });
});

test('what names no issue is no event', () => {
  expect(parseIssueEvent({ eventType: 'avi:jira:updated:issue' })).toBeNull();
  expect(parseIssueEvent({ eventType: 'avi:jira:viewed:issue', issue })).toBeNull();
});
