import { content, field } from '../../../../test/support/samples';
import * as v from 'valibot';
import { inLanguage, mapTexts, missingIn, textsOf, unsaidIn } from './item-texts';
import { itemContentSchema } from '../schema';

const half = content({
  included: { en: '' },
  form: [
    field('size', {
      type: 'choice',
      options: [{ id: 'en', label: { en: 'Big' } }],
      help: { en: 'In litres', ru: 'В литрах' },
    }),
  ],
  rules: [{ id: 'r', name: 'A rule', then: [{ do: 'block', text: { en: 'Not today' } }] }],
  fulfilment: {
    ...content().fulfilment,
    mappings: [
      { jiraField: 'priority', source: { kind: 'answer', field: 'size' }, valueMap: { en: '1', ru: '2' } },
    ],
  },
});

it('counts every text of an item that says something, and no value that is called like a language', () => {
  const places = textsOf(half).map(({ at }) => at);
  expect(places).toContain('form.size.options.en.label');
  expect(places).not.toContain('included');
  expect(places.filter((at) => at.startsWith('fulfilment'))).toEqual([]);
  expect(missingIn(textsOf(half), 'ru').map(({ at }) => at)).toEqual([
    'form.size.options.en.label',
    'rules.r.then.0.text',
  ]);
  expect(missingIn(textsOf(half), 'en')).toEqual([]);
});

it('shows an item as people of one language read it, in English where that says nothing', () => {
  const { form, fulfilment } = inLanguage(half, 'ru');
  expect(form[0]).toMatchObject({ help: { en: 'В литрах' }, options: [{ label: { en: 'Big' } }] });
  expect(fulfilment).toEqual(half.fulfilment);
});

it('holds every text in any language, tells where one is missing, and shows it to those who read it', () => {
  const german = mapTexts(half, (text) => ({ ...text, de: `${text.en} (de)` }));
  expect(v.parse(itemContentSchema, german)).toEqual(german);
  expect(missingIn(textsOf(german), 'de')).toEqual([]);
  expect(missingIn(textsOf(german), 'fr')).toHaveLength(textsOf(german).length);
  expect(textsOf(inLanguage(german, 'de')).every(({ text }) => text.en.endsWith(' (de)'))).toBe(true);
  expect(textsOf(inLanguage(german, 'fr')).map(({ text }) => text.en)).toEqual(
    textsOf(half).map(({ text }) => text.en),
  );
});

it('finds once what is not written in some language of the site', () => {
  const texts = textsOf(half);
  expect(unsaidIn(texts, ['ru'])).toEqual(missingIn(texts, 'ru'));
  expect(unsaidIn(texts, ['ru', 'de'])).toEqual(texts);
});

interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly options?: readonly Schema[];
}

/** Where the schema takes texts: `form.options.label`. */
function textPlaces(
  { entries, wrapped, item, options }: Schema,
  path: readonly string[] = [],
): readonly string[] {
  if (wrapped) return textPlaces(wrapped, path);
  if (item) return textPlaces(item, path);
  if (Array.isArray(options))
    return (options as readonly Schema[]).flatMap((each) => (each.type ? textPlaces(each, path) : []));
  if (!entries || path.length > 6) return [];
  if ('en' in entries) return [path.join('.')];
  return Object.entries(entries).flatMap(([name, part]) => textPlaces(part, [...path, name]));
}

it('holds no text where it is not looked for', () => {
  const places = textPlaces(itemContentSchema);
  expect(places).toEqual(expect.arrayContaining(['name', 'form.label', 'stages.name', 'rules.then.text']));
  expect(places.filter((place) => place.startsWith('fulfilment'))).toEqual([]);
  // Its copy without texts is the same in all else.
  expect(mapTexts(half, (text) => text)).toEqual(half);
});
