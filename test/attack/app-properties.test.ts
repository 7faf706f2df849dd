/** Whoever may comment or edit can write the app's properties: they count only on what the app's own account wrote. */
import { ensureLinkedIssue, type LinkedOrder } from '../../src/platform/jira/issues/linked-issue';
import { isCommented, publicComments } from '../../src/platform/jira/issues/comments';
import { installFakeForge } from '../support/fake-forge';

const APP = 'app-account';
const SINCE = Date.parse('2026-03-01T00:00:00Z');

interface Comment {
  readonly id: string;
  readonly by: string;
  readonly key?: string;
  readonly value?: unknown;
}

const order: LinkedOrder = {
  key: 'level-2',
  issueKey: 'IT-1',
  projectId: '10000',
  issueTypeId: '10001',
  linkType: 'Relates',
  summary: 'Look at {{issue}}',
};

/** A Jira with these comments on every issue, and one issue that carries the key of a linked order. */
function jira({ comments = [], creator = 'boris' }: { comments?: readonly Comment[]; creator?: string }) {
  const forge = installFakeForge('alice');
  forge.product = ({ path }) => {
    if (path.includes('/myself')) return { status: 200, body: { accountId: APP } };
    if (path.includes('/search/jql')) {
      const issue = {
        key: 'IT-9',
        fields: { creator: { accountId: creator }, issuelinks: [{}] },
        properties: { 'pledge-escalation': { key: order.key } },
      };
      return { status: 200, body: { issues: [issue] } };
    }
    return { status: 200, body: { comments: comments.map(beanOf) } };
  };
  return forge;
}

const beanOf = ({ id, by, key, value }: Comment) => ({
  id,
  author: { accountId: by, displayName: `Name of ${by}` },
  created: `2026-03-0${id}T10:00:00.000+0000`,
  body: {},
  ...(key !== undefined && { properties: [{ key, value }] }),
});

describe('a comment’s property', () => {
  it('does not let a passer-by speak as the requester', async () => {
    jira({ comments: [{ id: '1', by: 'boris', key: 'pledge-message', value: { by: 'alice' } }] });
    expect(await publicComments('100')).toEqual([
      expect.objectContaining({ id: '1', author: { accountId: 'boris', name: 'Name of boris' } }),
    ]);
    expect((await publicComments('100'))[0]).not.toHaveProperty('onBehalfOf');
  });

  it.each([
    ['pledge-message', {}],
    ['pledge-message', { notice: 'approval' }],
    ['pledge-step', { id: 'x' }],
  ])('%s does not hide an agent’s public answer from the requester', async (key, value) => {
    jira({ comments: [{ id: '1', by: 'ingrid', key, value }] });
    expect((await publicComments('100')).map(({ id }) => id)).toEqual(['1']);
  });

  it('of the app still hides its notices and names whom it wrote for', async () => {
    jira({
      comments: [
        { id: '1', by: APP, key: 'pledge-message', value: { notice: 'approval' } },
        { id: '2', by: APP, key: 'pledge-message', value: { by: 'alice' } },
      ],
    });
    expect((await publicComments('100')).map(({ id, onBehalfOf }) => [id, onBehalfOf])).toEqual([
      ['2', 'alice'],
    ]);
  });

  it('does not make a notice believe that it was said already; only that of the app or of who speaks counts', async () => {
    const by = (who: string) =>
      jira({ comments: [{ id: '1', by: who, key: 'pledge-step', value: { id: 'level-1' } }] });
    by('boris');
    expect(await isCommented('100', 'level-1', SINCE)).toBe(false);
    expect(await isCommented('100', 'level-1', SINCE, 'alice')).toBe(false);
    expect(await isCommented('100', 'level-1', SINCE, 'boris')).toBe(true);
    by(APP);
    expect(await isCommented('100', 'level-1', SINCE)).toBe(true);
    expect(await isCommented('100', 'level-2', SINCE)).toBe(false);
    expect(await isCommented('100', 'level-1', SINCE + 86_400_000)).toBe(false);
  });
});

it('a work item that somebody else made is not taken for the one an escalation creates', async () => {
  jira({ creator: 'boris' });
  expect(await ensureLinkedIssue(order, SINCE)).toBe(false);
  jira({ creator: APP });
  expect(await ensureLinkedIssue(order, SINCE)).toBe(true);
});
