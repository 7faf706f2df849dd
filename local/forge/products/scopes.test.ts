import { describe, expect, test } from '@jest/globals';
import { judgeScopes } from './scopes';

const granted = (...names: string[]) => names.map((name) => ({ name, allowImpersonation: false }));

describe('scopes of REST operations', () => {
  test('a classic scope is enough', () => {
    expect(
      judgeScopes('jira', 'GET', '/rest/api/3/issue/IT-1?fields=status', granted('read:jira-work')),
    ).toEqual({
      kind: 'allowed',
      scopes: ['read:jira-work'],
    });
  });

  test('reading does not allow writing', () => {
    expect(
      judgeScopes('jira', 'POST', '/rest/api/3/issue/IT-1/comment', granted('read:jira-work')),
    ).toMatchObject({
      kind: 'missing',
    });
  });

  test('granular scopes are needed all together', () => {
    const path = '/rest/api/3/search/jql';
    const all = [
      'read:issue-details:jira',
      'read:audit-log:jira',
      'read:avatar:jira',
      'read:field-configuration:jira',
      'read:issue-meta:jira',
    ];
    expect(judgeScopes('jira', 'GET', path, granted(...all)).kind).toBe('allowed');
    expect(judgeScopes('jira', 'GET', path, granted(...all.slice(1))).kind).toBe('missing');
  });

  test('a fixed path wins over one with a placeholder', () => {
    expect(judgeScopes('jira', 'POST', '/rest/api/3/issue/bulkfetch', granted('read:jira-work')).kind).toBe(
      'allowed',
    );
  });

  test('Confluence pages have granular scopes only', () => {
    expect(
      judgeScopes('confluence', 'GET', '/wiki/api/v2/pages/12', granted('read:confluence-content.all')).kind,
    ).toBe('missing');
    expect(
      judgeScopes('confluence', 'GET', '/wiki/api/v2/pages/12', granted('read:page:confluence')).kind,
    ).toBe('allowed');
  });

  test('some operations need no scope, and unknown ones do not exist', () => {
    expect(judgeScopes('jira', 'POST', '/rest/api/3/permissions/check', []).kind).toBe('allowed');
    expect(judgeScopes('jira', 'GET', '/rest/api/3/nothing', granted('read:jira-work')).kind).toBe('unknown');
  });
});
