import { type Actor } from '../../../kernel/types.ts';
import { badRequest } from '../../shared/product-error.ts';
import { accountOf } from '../../users/directory.ts';
import { QueryError } from '../jql/ast.ts';
import { compileQuery } from '../jql/compile.ts';
import { type Frame } from '../jql/frame.ts';
import { parseQuery } from '../jql/parse.ts';
import { type IssueRow } from '../issues/row.ts';
import { browseClause } from '../permissions/can.ts';
import { type Site } from '../site.ts';

/** In whose name a query is asked: relative dates and day starts follow that person's zone. */
export function frameOf(site: Site, actor: Actor): Frame {
  const accountId = accountOf(actor);
  const user = accountId === undefined ? undefined : site.users.get(accountId);
  return { site, accountId, now: site.clock.now(), zone: user?.timeZone ?? 'UTC' };
}

interface Prepared {
  readonly from: string;
  readonly orderBy: string;
  readonly params: readonly (string | number | null)[];
}

function prepare(site: Site, actor: Actor, jql: string): Prepared {
  try {
    const query = parseQuery(jql);
    if (!query.where)
      throw badRequest(
        'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
      );
    const { where, orderBy } = compileQuery(query, frameOf(site, actor));
    const browse = browseClause(site, actor);
    return {
      from: `from jira_issues i where (${browse.where}) and (${where.text})`,
      orderBy,
      params: [...browse.params, ...where.params],
    };
  } catch (error) {
    if (error instanceof QueryError) throw badRequest(error.message);
    throw error;
  }
}

/** The issues a query finds among those the actor may browse, one page of them. Throws 400 in Jira's words. */
export function findIssues(site: Site, actor: Actor, jql: string, offset: number, count: number): IssueRow[] {
  const { from, orderBy, params } = prepare(site, actor, jql);
  return site.sql.all(`select i.* ${from} order by ${orderBy} limit ? offset ?`, [...params, count, offset]);
}

/** How many there are. */
export function countIssues(site: Site, actor: Actor, jql: string): number {
  const { from, params } = prepare(site, actor, jql);
  return site.sql.one<{ n: number }>(`select count(*) as n ${from}`, params)?.n ?? 0;
}
