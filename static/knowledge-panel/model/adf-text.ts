/** The plain text of an Atlassian document, as far as a search for its words needs it. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const MOST_CHARACTERS = 2000;

/** Words of a document, blanks between its blocks, at most 2000 characters; a plain string stays one. */
export const adfText = (node: unknown): string => {
  if (typeof node === 'string') return node.slice(0, MOST_CHARACTERS);
  if (!isRecord(node)) return '';
  if (typeof node['text'] === 'string') return node['text'];
  const content = Array.isArray(node['content']) ? node['content'] : [];
  const joined = content.map(adfText).join(node['type'] === 'paragraph' ? '' : ' ');
  return joined.replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS);
};
