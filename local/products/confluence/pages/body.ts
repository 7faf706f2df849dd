import { type AdfNode, asDoc, docOf } from '../../shared/adf.ts';
import { htmlOfAdf } from '../../shared/adf-html.ts';
import { badRequest } from '../../shared/product-error.ts';

/** A page's body in both of the formats it can be read in. */
export interface Body {
  readonly storage: string;
  /** ADF as JSON text, as REST carries it. */
  readonly adf: string;
}

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

/** Headings, list entries and paragraphs of storage format as ADF; the rest by its text. */
function adfOfStorage(storage: string): AdfNode & { readonly version: 1 } {
  const blocks = [...storage.matchAll(/<(h[1-6]|li|p)\b[^>]*>([\s\S]*?)<\/\1>/g)];
  if (blocks.length === 0) return docOf(textOfStorage(storage));
  const content = blocks.map(([, tag = 'p', inner = '']): AdfNode => {
    const text = textOfStorage(inner);
    const inline = text === '' ? {} : { content: [{ type: 'text', text }] };
    if (tag === 'li')
      return {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', ...inline }] }],
      };
    return tag === 'p'
      ? { type: 'paragraph', ...inline }
      : { type: 'heading', attrs: { level: Number(tag.slice(1)) }, ...inline };
  });
  return { type: 'doc', version: 1, content };
}

export const bodyOfStorage = (storage: string): Body => ({
  storage,
  adf: JSON.stringify(adfOfStorage(storage)),
});

/** Reads a body from a request; throws 400 for a representation the site can't read. */
export function bodyFrom(representation: string, value: string): Body {
  if (representation === 'storage') return bodyOfStorage(value);
  if (representation !== 'atlas_doc_format')
    throw badRequest(`The body representation '${representation}' is not supported.`);
  const doc = asDoc(parsed(value));
  if (!doc) throw badRequest('The body is not a valid Atlassian document.');
  return { storage: htmlOfAdf(doc), adf: value };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
}

/** The body in one format as REST shows it; `view` keeps macros as they are stored. */
export function bodyBean(body: Body, format: string | null): object | undefined {
  if (format === 'storage' || format === 'view')
    return { [format]: { representation: format, value: body.storage } };
  if (format === 'atlas_doc_format') return { [format]: { representation: format, value: body.adf } };
  return undefined;
}
