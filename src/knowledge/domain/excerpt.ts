/** Confluence marks the hits of a search in its excerpts and escapes the rest as HTML. */

export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity).replace(/\s+/g, ' ');

/** An excerpt as plain text, hits apart. Never HTML: what looks like a tag stays text. */
export const excerptParts = (excerpt: string): readonly ExcerptPart[] =>
  excerpt
    .split(/(@@@hl@@@.*?@@@endhl@@@)/s)
    .map((piece) => {
      const hit = piece.startsWith('@@@hl@@@');
      return { text: plain(piece.replaceAll('@@@hl@@@', '').replaceAll('@@@endhl@@@', '')), hit };
    })
    .filter((part) => part.text !== '');
