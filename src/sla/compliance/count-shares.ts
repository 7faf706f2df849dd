/** What Jira counts for the commitments of a period that are queries. */
import { askersZone } from '../../platform/jira/people/askers-zone';
import { JiraRefused } from '../../kernel/errors';
import type { AgreementTerms } from '../engine/model';
import { boundedJql, bothJql } from '../clocks/domain/jql/bounded-jql';
import type { ReviewPeriod } from './domain/period';
import type { CountedShare } from './domain/result';
import type { BulkPorts } from '../clocks/sync/ports';

/** By commitment. A query that Jira refuses is told in Jira's words and stops no other. @throws JiraUnavailable */
export async function countShares(
  ports: Pick<BulkPorts, 'count'>,
  { commitments }: AgreementTerms,
  period: ReviewPeriod,
): Promise<Readonly<Record<string, CountedShare>>> {
  const queries = commitments.flatMap(({ id, source }) => (source.kind === 'jql' ? [{ id, ...source }] : []));
  if (queries.length === 0) return {};
  const zone = await askersZone();
  const counted: Record<string, CountedShare> = {};
  for (const { id, among, matching } of queries) {
    const [whole, part] = [among, matching].map((query) => boundedJql(query, period, zone)) as [
      string,
      string,
    ];
    try {
      counted[id] = {
        among: await ports.count(whole),
        matching: await ports.count(bothJql(whole, part)),
      };
    } catch (error) {
      if (!(error instanceof JiraRefused)) throw error;
      counted[id] = { refused: error.messages.join(' ') };
    }
  }
  return counted;
}
