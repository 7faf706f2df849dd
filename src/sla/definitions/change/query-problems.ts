/** What Jira finds wrong with the queries of an agreement that is being saved: one it can't count is no commitment. */
import { jqlErrors } from '../../../platform/jira/search/parse-jql';
import { errorIn } from '../../../kernel/finding';
import { log } from '../../../platform/log';
import { invalidDefinition } from '../../../work/sections';
import type { PlannedChange } from '../change-definitions';
import type { Commitment, SlaDefinitions } from '../../engine/model';
import { boundedJql } from '../../clocks/domain/jql/bounded-jql';
import type { Problem } from '../domain';

/** What is wrong with each query. */
type JqlErrors = (queries: readonly string[]) => Promise<readonly (readonly string[])[]>;

interface Query {
  readonly path: string;
  readonly jql: string;
}

/** Any period shows whether the query can be read. */
const SOME_DAYS = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) };

const queriesOf = (commitments: readonly Commitment[]): readonly Query[] =>
  commitments.flatMap(({ source }, index) =>
    source.kind === 'manual'
      ? []
      : (['among', 'matching'] as const).map((part) => ({
          path: `terms.commitments.${index}.source.${part}`,
          jql: boundedJql(source[part], SOME_DAYS, 'UTC'),
        })),
  );

/**
 * Refuses queries that are new and that Jira can't read. While Jira does not answer nothing is refused: a count tells it too.
 * @throws INVALID_DEFINITION
 */
export async function refuseBadQueries(
  { change: { subject }, current, next }: Pick<PlannedChange, 'change' | 'current' | 'next'>,
  errorsOf: JqlErrors = jqlErrors,
): Promise<void> {
  const of = ({ agreements }: SlaDefinitions): readonly Query[] =>
    queriesOf(agreements.find(({ id }) => subject === `agreement:${id}`)?.terms?.commitments ?? []);
  const known = new Set(of(current).map(({ jql }) => jql));
  const queries = of(next).filter(({ jql }) => !known.has(jql));
  if (queries.length === 0) return;
  const errors = await errorsOf(queries.map(({ jql }) => jql)).catch((error: unknown) => {
    log.error('sla.queries', error);
    return [];
  });
  const problems = queries.flatMap(({ path }, index): readonly Problem[] => {
    const told = errors[index] ?? [];
    if (told.length === 0) return [];
    return [errorIn('JQL_REFUSED', subject, path, { why: told.join(' ') })];
  });
  if (problems.length > 0) throw invalidDefinition(problems);
}
