import { badRequest } from '../../shared/product-error.ts';
import { type Site } from '../site.ts';

export type Entity = 'issue' | 'comment' | 'user';

const MOST = 32_768;

/** Writes an entity property; answers whether it is new. Refuses keys over 255 and values over 32768 characters with 400. */
export function setProperty(
  site: Site,
  entity: Entity,
  id: string | number,
  key: string,
  value: unknown,
): boolean {
  const json = JSON.stringify(value);
  if (json === undefined) throw badRequest('The value of the property is not valid JSON.');
  if (key.length > 255) throw badRequest('The property key cannot be longer than 255 characters.');
  if (json.length > MOST) throw badRequest(`The property value cannot be longer than ${MOST} characters.`);
  const known = getProperty(site, entity, id, key) !== undefined;
  site.sql.put('jira_properties', [entity, String(id), key, json], 'replace');
  return !known;
}

/** The value in a box, as a value may be null; undefined where there is none. */
export function getProperty(
  site: Site,
  entity: Entity,
  id: string | number,
  key: string,
): { readonly value: unknown } | undefined {
  const row = site.sql.one<{ value: string }>(
    'select value from jira_properties where entity = ? and entity_id = ? and key = ?',
    [entity, String(id), key],
  );
  return row && { value: JSON.parse(row.value) as unknown };
}

export const propertyKeys = (site: Site, entity: Entity, id: string | number): string[] =>
  site.sql
    .all<{ key: string }>('select key from jira_properties where entity = ? and entity_id = ? order by key', [
      entity,
      String(id),
    ])
    .map((row) => row.key);

export const propertiesOf = (site: Site, entity: Entity, id: string | number) =>
  propertyKeys(site, entity, id).map((key) => ({ key, value: getProperty(site, entity, id, key)?.value }));

export const deleteProperties = (site: Site, entity: Entity, id: string | number): void =>
  void site.sql.run('delete from jira_properties where entity = ? and entity_id = ?', [entity, String(id)]);
