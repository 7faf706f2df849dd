import { wordsOf } from '../../../kernel/text-words';
import { rulesOf } from '../field-types';
import { forEverybody } from '../audience/entitlement';
import type { ItemContent, PublishedItem, Text, Tile } from '../model';
import { isConfidential } from '../form/joining';
import { promisedFields, startStatusOf } from '../form/promised-fields';
import { tilePrice } from './tile-price';

/** So much of the words of a description and a form is searched: they are long, and most say what the name and the keywords say. */
const MOST_WORDS_LENGTH = 800;

/** A published item as the index of tiles keeps it. */
export function tileOf({ id, version, content }: PublishedItem): Tile {
  const price = tilePrice(content);
  return {
    id,
    version,
    name: content.name,
    summary: content.summary,
    categoryIds: content.categoryIds,
    serviceId: content.serviceId,
    owner: content.owner,
    icon: content.icon,
    keywords: content.keywords,
    ...catchAllOf(content),
    ...(price && { price }),
    ...(isConfidential(content) && { confidential: true }),
    ...(forEverybody(content.entitlement) ? {} : { entitlement: content.entitlement }),
    ...(content.ownCriteria && { ownCriteria: content.ownCriteria }),
    pages: content.articles.map(({ pageId }) => pageId),
    metrics: Object.values(content.promise),
    ...(content.promise.deliveryMetricId && {
      promised: promisedBy(content, content.promise.deliveryMetricId),
    }),
  };
}

/** Longer values are descriptions: nothing is promised by what they say. */
const MOST_VALUE_LENGTH = 100;

function promisedBy(content: ItemContent, metricId: string): Tile['promised'] {
  const start = startStatusOf(content);
  const fields = promisedFields({ ...content, ...(start && { startStatusId: start }) }, {}, null);
  return {
    metricId,
    fields: Object.fromEntries(
      Object.entries(fields).filter(([, values]) => values.every((each) => each.length <= MOST_VALUE_LENGTH)),
    ),
    asked: content.fulfilment.mappings.flatMap(({ jiraField, source }) =>
      source.kind === 'constant' ? [] : [jiraField],
    ),
  };
}

/**
 * The distinct words of a description and of a form's questions and options, in every language, that the tile does not have
 * already: what a search finds an item by beside its tile. Each has its turn in each language, so that a long description
 * leaves room for the questions. Options that are for some groups are not among them, nor titles of pinned articles: not
 * everybody may read them.
 */
export function searchedWords({ name, summary, description, included, keywords, form }: ItemContent): string {
  const known = new Set([...wordsIn(name), ...wordsIn(summary), ...keywords.flatMap(wordsOf)]);
  const sources: readonly (readonly Text[])[] = [
    [description, included],
    form.map(({ label }) => label),
    form.flatMap(({ options = [] }) =>
      options.flatMap(({ label, groups }) => (groups === undefined ? [label] : [])),
    ),
  ];
  const lists = sources.flatMap((texts) =>
    [...new Set(texts.flatMap((text) => Object.keys(text)))].map((language) =>
      texts.flatMap((text) => wordsOf(text[language] ?? '')).filter((word) => !known.has(word)),
    ),
  );
  const asked = new Set(inTurn(lists));
  let words = '';
  for (const word of asked) {
    if (words.length + word.length >= MOST_WORDS_LENGTH) break;
    words = words === '' ? word : `${words} ${word}`;
  }
  return words;
}

/** Nothing where the form asks for no text. */
function catchAllOf({ catchAll, form }: ItemContent): Pick<Tile, 'catchAll'> {
  const question = catchAll && form.find((field) => rulesOf(field).isProse);
  return question ? { catchAll: question.id } : {};
}

const wordsIn = (text: Text): readonly string[] => Object.values(text).flatMap((said = '') => wordsOf(said));

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }).flatMap((_, at) => lists.flatMap((list) => list.slice(at, at + 1)));
}
