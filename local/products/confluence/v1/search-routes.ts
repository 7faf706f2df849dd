import { badRequest } from '../../shared/product-error.ts';
import { numberParam, offsetOf, tokenOf } from '../../shared/paging.ts';
import { type Call, get, type Route } from '../../shared/router.ts';
import { isoStamp } from '../../shared/stamp.ts';
import { excerptOf, highlighted } from '../cql/excerpt.ts';
import { findPages, type Found } from '../cql/find.ts';
import { textOfStorage } from '../pages/body.ts';
import { webPath } from '../pages/bean.ts';
import { type Wiki } from '../site.ts';
import { type SpaceRow } from '../spaces/routes.ts';
import { contentBean } from './content-bean.ts';

interface Asked {
  readonly cql: string;
  readonly start: number;
  readonly limit: number;
}

function askedIn(call: Call): Asked {
  const cql = call.query.get('cql');
  if (cql === null || cql.trim() === '') throw badRequest('The query parameter cql is required.');
  const cursor = call.query.get('cursor');
  return {
    cql,
    start: cursor === null ? numberParam(call, 'start', 0) : offsetOf(cursor),
    limit: Math.min(numberParam(call, 'limit', 25), 250),
  };
}

function links(wiki: Wiki, call: Call, path: string, { start, limit }: Asked, total: number): object {
  const query = new URLSearchParams(call.query);
  query.set('cursor', tokenOf(start + limit));
  const next = start + limit < total ? { next: `${path}?${query.toString()}` } : {};
  return { ...next, base: wiki.baseUrl, context: '/wiki', self: `${wiki.baseUrl}${path}` };
}

function result(wiki: Wiki, row: Found['rows'][number], sought: readonly string[], call: Call): object {
  const mode = call.query.get('excerpt') ?? 'highlight';
  const space = wiki.sql.one<SpaceRow>('select * from conf_spaces where id = ?', [row.space_id]);
  const marks = mode.startsWith('highlight') ? sought : [];
  return {
    content: contentBean(wiki, row),
    title: highlighted(row.title, marks),
    excerpt: mode === 'none' ? '' : excerptOf(textOfStorage(row.storage), marks),
    url: webPath(wiki, row),
    resultGlobalContainer: { title: space?.name ?? '', displayUrl: `/spaces/${space?.key ?? ''}` },
    breadcrumbs: [],
    entityType: 'content',
    iconCssClass: 'aui-icon content-type-page',
    lastModified: isoStamp(row.version_at),
    friendlyLastModified: isoStamp(row.version_at).slice(0, 10),
    score: row.score,
  };
}

/** Search by CQL. */
export const searchRoutes = (wiki: Wiki): Route[] => [
  get('/wiki/rest/api/search', (call) => {
    const asked = askedIn(call);
    const { rows, total, sought } = findPages(wiki, call.actor, asked.cql, asked.start, asked.limit);
    return {
      results: rows.map((row) => result(wiki, row, sought, call)),
      start: asked.start,
      limit: asked.limit,
      size: rows.length,
      totalSize: total,
      cqlQuery: asked.cql,
      searchDuration: 1,
      _links: links(wiki, call, '/rest/api/search', asked, total),
    };
  }),
];
