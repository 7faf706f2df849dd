import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ArticleLink, LinkKind, SolvedMark, Vote } from './model';
import { afterLink, afterSolved, afterVote, emptyPage, recount, sameCounts } from './page-record';

const link = (issue: string, kind: LinkKind): ArticleLink => ({
  schema: 1,
  pageId: '7',
  title: 'VPN',
  target: 'issue',
  targetId: issue,
  targetLabel: `IT-${issue}`,
  kind,
  by: 'a',
  at: '2026-11-02T09:00:00Z',
});
const vote = (by: string, version: number, helpful: boolean): Vote => ({
  schema: 1,
  pageId: '7',
  pageVersion: version,
  by,
  helpful,
  at: '2026-11-02T09:00:00Z',
});

const change = fc.oneof(
  fc.record({
    what: fc.constant('link' as const),
    issue: fc.constantFrom('1', '2', '3'),
    kind: fc.constantFrom<LinkKind>('linked', 'shared', 'resolved'),
  }),
  fc.record({ what: fc.constant('unlink' as const), issue: fc.constantFrom('1', '2', '3') }),
  fc.record({
    what: fc.constant('vote' as const),
    by: fc.constantFrom('a', 'b'),
    version: fc.constantFrom(1, 2),
    helpful: fc.boolean(),
  }),
  fc.record({ what: fc.constant('solved' as const), by: fc.constantFrom('a', 'b') }),
);

describe('the counts of a page', () => {
  it('equal a recount after any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        let page = emptyPage('7', 'VPN');
        const links = new Map<string, ArticleLink>();
        const votes = new Map<string, Vote>();
        const marks = new Map<string, SolvedMark>();
        for (const c of changes) {
          if (c.what === 'link') {
            const next = link(c.issue, c.kind);
            page = afterLink(page, links.get(c.issue) ?? null, next);
            links.set(c.issue, next);
          } else if (c.what === 'unlink') {
            page = afterLink(page, links.get(c.issue) ?? null, null);
            links.delete(c.issue);
          } else if (c.what === 'vote') {
            const key = `${c.by}${String(c.version)}`;
            const next = vote(c.by, c.version, c.helpful);
            page = afterVote(page, votes.get(key) ?? null, next);
            votes.set(key, next);
          } else if (!marks.has(c.by)) {
            page = afterSolved(page);
            marks.set(c.by, { schema: 1, kind: 'solved', pageId: '7', itemId: 'vpn', by: c.by, at: '' });
          }
        }
        const counted = recount(page, [...links.values()], [...marks.values()], [...votes.values()]);
        expect(sameCounts(page, counted)).toBe(true);
      }),
    );
  });

  it('does not count links to items as issues', () => {
    const pinned: ArticleLink = { ...link('vpn', 'pinned'), target: 'item' };
    expect(recount(emptyPage('7', 'VPN'), [pinned], [], []).linkedIssues).toBe(0);
  });

  it.each([['linkedIssues'], ['resolved'], ['solved'], ['helpful'], ['notHelpful']] as const)(
    'differ when %s differs',
    (count) => {
      const page = emptyPage('7', 'VPN');
      expect(sameCounts(page, { ...page, [count]: 1 })).toBe(false);
    },
  );
});
