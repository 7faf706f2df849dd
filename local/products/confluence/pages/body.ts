import { badRequest } from '../../shared/product-error.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  laquo: '«',
  raquo: '»',
};

const decoded = (text: string): string =>
  text.replace(/&(#\d+|\w+);/g, (whole, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? whole),
  );

/** The readable text of storage format: macros' parameters are left out, blocks end a line. */
export const textOfStorage = (storage: string): string =>
  decoded(
    storage
      .replace(/<ac:parameter[^>]*>[\s\S]*?<\/ac:parameter>/g, '')
      .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
      .replace(/<\/(p|h[1-6]|li|tr|td|th|div|blockquote)>|<br\s*\/?>/g, '\n')
      .replace(/<[^>]+>/g, ''),
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();

/** Reads a body from a request; throws 400 for another representation than the one the app and the site write. */
export function bodyFrom(representation: string, value: string): string {
  if (representation !== 'storage')
    throw badRequest(`The body representation '${representation}' is not supported.`);
  return value;
}

/** The body in one format as REST shows it; `view` keeps macros as they are stored. */
export const bodyBean = ({ storage }: { readonly storage: string }, format: string | null): object =>
  format === 'storage' || format === 'view' ? { [format]: { representation: format, value: storage } } : {};
