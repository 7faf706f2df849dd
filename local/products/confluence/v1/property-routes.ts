import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { pageOf } from '../../shared/paging.ts';
import { type Call, noContent, ok, type Route, route } from '../../shared/router.ts';
import { isoStamp } from '../../shared/stamp.ts';
import { accountOf } from '../../users/directory.ts';
import {
  createProperty,
  deleteProperty,
  propertiesOf,
  propertyOf,
  type PropertyRow,
  updateProperty,
} from '../pages/properties.ts';
import { type PageRow, readablePage, writablePage } from '../pages/row.ts';
import { type Wiki } from '../site.ts';
import { userBeanOf } from './user-bean.ts';

const bean = (wiki: Wiki, row: PropertyRow): object => ({
  id: String(row.id),
  key: row.key,
  value: JSON.parse(row.value) as unknown,
  version: {
    number: row.version,
    when: isoStamp(row.at),
    message: row.message,
    minorEdit: false,
    by: userBeanOf(wiki, row.author),
  },
  _expandable: {},
  _links: {
    base: wiki.baseUrl,
    self: `${wiki.baseUrl}/rest/api/content/${row.page_id}/property/${encodeURIComponent(row.key)}`,
  },
});

/** Content properties in the first version of the REST API, by key. */
export function propertyRoutes(wiki: Wiki): Route[] {
  const at = '/wiki/rest/api/content/{id}/property';
  const page = (call: Call): PageRow => readablePage(wiki, call.actor, call.params['id'] ?? '');
  const writable = (call: Call): PageRow => writablePage(wiki, call.actor, call.params['id'] ?? '');
  const key = (call: Call): { key: string } => ({ key: call.params['key'] ?? '' });
  const author = (call: Call): string | null => accountOf(call.actor) ?? null;
  return [
    route('GET', at, (call) => {
      const row = page(call);
      const { startAt, maxResults } = pageOf(call, 10, 100);
      const results = propertiesOf(wiki, row.id).slice(startAt, startAt + maxResults);
      return ok({
        results: results.map((one) => bean(wiki, one)),
        start: startAt,
        limit: maxResults,
        size: results.length,
        _links: { base: wiki.baseUrl },
      });
    }),
    route('POST', at, (call) => {
      const asked = bodyOf(call, v.looseObject({ key: v.string(), value: v.unknown() }));
      return ok(bean(wiki, createProperty(wiki, writable(call).id, { ...asked, author: author(call) })));
    }),
    route('GET', `${at}/{key}`, (call) => ok(bean(wiki, propertyOf(wiki, page(call).id, key(call))))),
    route('POST', `${at}/{key}`, (call) => {
      const { value } = bodyOf(call, v.looseObject({ value: v.unknown() }));
      return ok(
        bean(wiki, createProperty(wiki, writable(call).id, { ...key(call), value, author: author(call) })),
      );
    }),
    route('PUT', `${at}/{key}`, (call) => {
      const known = propertyOf(wiki, writable(call).id, key(call));
      const { value, version } = bodyOf(
        call,
        v.looseObject({
          value: v.unknown(),
          version: v.looseObject({ number: v.number(), message: v.optional(v.string()) }),
        }),
      );
      return ok(
        bean(
          wiki,
          updateProperty(
            wiki,
            known,
            version.number,
            {
              ...key(call),
              value,
              author: author(call),
              message: version.message,
            },
            409,
          ),
        ),
      );
    }),
    route('DELETE', `${at}/{key}`, (call) => {
      deleteProperty(wiki, propertyOf(wiki, writable(call).id, key(call)));
      return noContent();
    }),
  ];
}
