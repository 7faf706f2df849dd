/** The few Atlassian Document Format nodes the app writes. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
}

export interface AdfDocument extends AdfNode {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly AdfNode[];
}

export const doc = (content: readonly AdfNode[]): AdfDocument => ({ type: 'doc', version: 1, content });

/** An empty text node is not valid; a paragraph without content is. */
export const paragraph = (...content: readonly AdfNode[]): AdfNode => ({
  type: 'paragraph',
  content: content.filter((node) => node.type !== 'text' || node.text !== ''),
});

export const text = (value: string): AdfNode => ({ type: 'text', text: value });

/** Jira tells whom a comment mentions; it shows the name as it was then. */
export const mention = (accountId: string, name?: string): AdfNode => ({
  type: 'mention',
  attrs: { id: accountId, ...(name && { text: `@${name}` }) },
});

/** One paragraph per line. */
export const textDocument = (value: string): AdfDocument =>
  doc(value.split(/\r?\n/).map((line) => paragraph(text(line))));

/** A table with a header column: what was asked, what was answered. */
export const table = (rows: readonly (readonly [string, string])[]): AdfNode => ({
  type: 'table',
  attrs: { isNumberColumnEnabled: false, layout: 'default' },
  content: rows.map(([head, value]) => ({
    type: 'tableRow',
    content: [
      { type: 'tableHeader', attrs: {}, content: [paragraph(text(head))] },
      { type: 'tableCell', attrs: {}, content: value.split(/\r?\n/).map((line) => paragraph(text(line))) },
    ],
  })),
});

const BLOCKS: readonly string[] = [
  'paragraph',
  'heading',
  'listItem',
  'tableRow',
  'blockquote',
  'codeBlock',
  'rule',
];

/** A document as plain text: a line per block, mentions and emoji by their text. Unknown nodes give what is inside. */
export function plainText(node: unknown): string {
  return gather(node)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function gather(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { type, text: own, attrs, content } = node as Partial<AdfNode>;
  if (typeof own === 'string') return own;
  if (type === 'hardBreak') return '\n';
  if (type === 'mention' || type === 'emoji') return typeof attrs?.text === 'string' ? attrs.text : '';
  if (type === 'inlineCard' || type === 'blockCard') return typeof attrs?.url === 'string' ? attrs.url : '';
  const inside = Array.isArray(content) ? content.map(gather).join('') : '';
  return typeof type === 'string' && BLOCKS.includes(type) ? `${inside}\n` : inside;
}
