import { badRequest, notFound } from '../../shared/product-error.ts';
import { isoStamp } from '../../shared/stamp.ts';
import { type Wiki } from '../site.ts';

export interface PropertyRow {
  readonly id: number;
  readonly page_id: number;
  readonly key: string;
  readonly value: string;
  readonly version: number;
  readonly at: number;
  readonly author: string | null;
  readonly message: string;
}

export interface PropertyWrite {
  readonly key: string;
  readonly value: unknown;
  readonly author: string | null;
  readonly message?: string | undefined;
}

const MOST = 32_768;

export const propertiesOf = (wiki: Wiki, pageId: number): PropertyRow[] =>
  wiki.sql.all('select * from conf_properties where page_id = ? order by key', [pageId]);

/** A property by its id; throws 404 where there is none. */
export function propertyOf(wiki: Wiki, pageId: number, id: string): PropertyRow {
  const row = wiki.sql.one<PropertyRow>('select * from conf_properties where page_id = ? and id = ?', [
    pageId,
    Number(id),
  ]);
  if (!row) throw notFound('The content property does not exist.');
  return row;
}

export const findProperty = (wiki: Wiki, pageId: number, key: string): PropertyRow | undefined =>
  wiki.sql.one('select * from conf_properties where page_id = ? and key = ?', [pageId, key]);

function jsonOfValue(value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined) throw badRequest('The value of the property is missing.');
  if (json.length > MOST) throw badRequest(`The value of the property is longer than ${MOST} characters.`);
  return json;
}

/** Adds a property; a key that is there already is refused with 400. */
export function createProperty(
  wiki: Wiki,
  pageId: number,
  { key, value, author, message = '' }: PropertyWrite,
): PropertyRow {
  if (key === '' || key.length > 255) throw badRequest('The key of a property has 1 to 255 characters.');
  if (findProperty(wiki, pageId, key)) throw badRequest(`A property with the key '${key}' exists already.`);
  const id = wiki.sql.run(
    'insert into conf_properties (page_id, key, value, version, at, author, message) values (?, ?, ?, 1, ?, ?, ?)',
    [pageId, key, jsonOfValue(value), wiki.clock.now(), author, message],
  );
  return propertyOf(wiki, pageId, String(id));
}

/** Writes the next version of a property; any number but the next is refused with 400, so that nobody overwrites unseen. */
export function updateProperty(
  wiki: Wiki,
  row: PropertyRow,
  version: number,
  { key, value, author, message = '' }: PropertyWrite,
): PropertyRow {
  if (key !== row.key) throw badRequest('The key of a property cannot be changed.');
  if (version !== row.version + 1)
    throw badRequest(`The version must be ${row.version + 1}, as the present one is ${row.version}.`);
  wiki.sql.run(
    'update conf_properties set value = ?, version = ?, at = ?, author = ?, message = ? where id = ?',
    [jsonOfValue(value), version, wiki.clock.now(), author, message, row.id],
  );
  return propertyOf(wiki, row.page_id, String(row.id));
}

export const deleteProperty = (wiki: Wiki, row: PropertyRow): void =>
  void wiki.sql.run('delete from conf_properties where id = ?', [row.id]);

export const propertyBean = (row: PropertyRow): object => ({
  id: String(row.id),
  key: row.key,
  value: JSON.parse(row.value) as unknown,
  version: {
    number: row.version,
    createdAt: isoStamp(row.at),
    message: row.message,
    minorEdit: false,
    ...(row.author === null ? {} : { authorId: row.author }),
  },
});
