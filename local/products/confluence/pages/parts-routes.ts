import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { listParam } from '../../shared/paging.ts';
import { act, type Call, get, ok, route, type Route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { cursorSlice } from '../cursor.ts';
import { type Wiki } from '../site.ts';
import { labelBean, labelsOf } from './labels.ts';
import {
  createProperty,
  deleteProperty,
  propertiesOf,
  propertyBean,
  propertyOf,
  updateProperty,
} from './properties.ts';
import { type PageRow, readablePage, writablePage } from './row.ts';

const createSchema = v.looseObject({ key: v.string(), value: v.unknown() });
const updateSchema = v.looseObject({
  key: v.string(),
  value: v.unknown(),
  version: v.looseObject({ number: v.number(), message: v.optional(v.string()) }),
});

/** Labels and content properties of pages. */
export function pagePartRoutes(wiki: Wiki): Route[] {
  const page = (call: Call): PageRow =>
    readablePage(wiki, call.actor, call.params['page-id'] ?? call.params['id'] ?? '');
  const writable = (call: Call): PageRow => writablePage(wiki, call.actor, call.params['page-id'] ?? '');
  const at = '/wiki/api/v2/pages/{page-id}/properties';
  const one = `${at}/{property-id}`;
  return [
    get(at, (call) => {
      const row = page(call);
      const key = call.query.get('key');
      const found = propertiesOf(wiki, row.id).filter((property) => key === null || property.key === key);
      return cursorSlice(
        call,
        `/wiki/api/v2/pages/${row.id}/properties`,
        wiki.baseUrl,
        found.map(propertyBean),
      );
    }),
    route('POST', at, (call) => {
      const row = writable(call);
      const { key, value } = bodyOf(call, createSchema);
      return ok(
        propertyBean(createProperty(wiki, row.id, { key, value, author: accountOf(call.actor) ?? null })),
      );
    }),
    route('PUT', one, (call) => {
      const known = propertyOf(wiki, writable(call).id, call.params['property-id'] ?? '');
      const { key, value, version } = bodyOf(call, updateSchema);
      const next = { key, value, author: accountOf(call.actor) ?? null, message: version.message };
      return ok(propertyBean(updateProperty(wiki, known, version.number, next)));
    }),
    act('DELETE', one, (call) => {
      deleteProperty(wiki, propertyOf(wiki, writable(call).id, call.params['property-id'] ?? ''));
    }),
    get('/wiki/api/v2/pages/{id}/labels', (call) => {
      const row = page(call);
      const prefixes = listParam(call, 'prefix');
      const labels = labelsOf(wiki, row.id).filter(
        (label) => prefixes.length === 0 || prefixes.includes(label.prefix),
      );
      return cursorSlice(call, `/wiki/api/v2/pages/${row.id}/labels`, wiki.baseUrl, labels.map(labelBean));
    }),
  ];
}
