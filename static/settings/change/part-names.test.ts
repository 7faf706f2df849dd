/** What the audit log tells of the catalog has words: no name of a property of ours. */
import { categorySchema } from '../../../src/catalog/domain/parts-schema';
import { itemContentSchema } from '../../../src/catalog/domain/schema';
import { cataloguesIn } from '../../shared/testing/catalogues';

interface Schema {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly options?: readonly Schema[];
}

/** The names of all properties that a value of this schema can have, however deep. */
function partsOf(schema: Schema | undefined, seen: Set<Schema> = new Set()): readonly string[] {
  if (!schema || typeof schema !== 'object' || seen.has(schema)) return [];
  seen.add(schema);
  const { entries = {}, wrapped, item, value, options = [] } = schema;
  const within = [...Object.values(entries), wrapped, item, value, ...options];
  return [...Object.keys(entries), ...within.flatMap((each) => partsOf(each, seen))];
}

const SECTIONS = [itemContentSchema, categorySchema] as unknown as readonly Schema[];

test.each(['en', 'ru'] as const)('every part of an item and of a category has words in %s', (locale) => {
  const texts = cataloguesIn(locale).get('static/settings/locales') ?? {};
  const parts = [...new Set(SECTIONS.flatMap((schema) => partsOf(schema)))];
  expect(parts.length).toBeGreaterThan(50);
  expect(parts.filter((part) => texts[`settings.change.part.${part}`] === undefined)).toEqual([]);
});
