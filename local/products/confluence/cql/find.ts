import { type Actor } from '../../../kernel/types.ts';
import { QueryError } from '../../jira/jql/ast.ts';
import { conditionOf } from '../../jira/jql/condition.ts';
import { parseQuery } from '../../jira/jql/parse.ts';
import { piece } from '../../jira/jql/sql.ts';
import { badRequest } from '../../shared/product-error.ts';
import { accountOf } from '../../users/directory.ts';
import { readable } from '../access.ts';
import { type PageRow } from '../pages/row.ts';
import { type Wiki } from '../site.ts';
import { fieldNamed, ORDERS } from './fields.ts';
import { type Frame } from './frame.ts';

export interface Found {
  readonly rows: readonly (PageRow & { readonly score: number })[];
  readonly total: number;
  /** Full-text queries of the search, for highlighting. */
  readonly sought: readonly string[];
}

/**
 * The pages a query finds among those the actor may read, one window of them. Without ORDER BY the best match of
 * what was sought in full text comes first (a word in the title counts five times), else the newest. Throws 400.
 */
export function findPages(wiki: Wiki, actor: Actor, cql: string, offset: number, count: number): Found {
  try {
    const query = parseQuery(cql);
    const accountId = accountOf(actor);
    const zone = (accountId === undefined ? undefined : wiki.users.get(accountId)?.timeZone) ?? 'UTC';
    const frame: Frame = { wiki, accountId, now: wiki.clock.now(), zone, sought: [] };
    const where = query.where
      ? conditionOf(query.where, (one) => fieldNamed(one.field)(one, frame))
      : piece('1');
    const sorts = query.orderBy.map(({ field, descending }) => {
      const column = ORDERS[field.toLowerCase()];
      if (!column) throw new QueryError(`Can't sort by the field: ${field}`);
      return `${column} ${descending ? 'desc' : 'asc'}`;
    });
    const access = readable(wiki, actor);
    const from = `from conf_pages p where ${access.where} and (${where.text})`;
    const params = [...access.params, ...where.params];
    const total = wiki.sql.one<{ n: number }>(`select count(*) as n ${from}`, params)?.n ?? 0;
    const ranked = frame.sought.length > 0;
    const rank = ranked
      ? 'left join (select rowid as id, -bm25(conf_text, 5.0, 1.0) as score from conf_text where conf_text match ?) m on m.id = p.id'
      : '';
    const rows = wiki.sql.all<PageRow & { score: number }>(
      `select p.*, ${ranked ? 'coalesce(m.score, 0)' : '0'} as score ${from.replace('from conf_pages p', `from conf_pages p ${rank}`)}
       order by ${[...sorts, ...(sorts.length === 0 && ranked ? ['score desc'] : []), 'p.version_at desc', 'p.id desc'].join(', ')} limit ? offset ?`,
      [...(ranked ? [frame.sought.map((one) => `(${one})`).join(' OR ')] : []), ...params, count, offset],
    );
    return { rows, total, sought: frame.sought };
  } catch (error) {
    if (error instanceof QueryError)
      throw badRequest(`Could not parse cql : ${error.message.replace('Error in the JQL Query: ', '')}`);
    throw error;
  }
}
