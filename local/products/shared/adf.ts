import * as v from 'valibot';

/** A node of the Atlassian Document Format, as far as the site looks into it. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?:
    | readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> | undefined }[]
    | undefined;
  readonly content?: readonly AdfNode[] | undefined;
}

const attrs = v.optional(v.record(v.string(), v.unknown()));

const nodeSchema: v.GenericSchema<AdfNode> = v.looseObject({
  type: v.string(),
  text: v.optional(v.string()),
  attrs,
  marks: v.optional(v.array(v.looseObject({ type: v.string(), attrs }))),
  content: v.optional(v.array(v.lazy(() => nodeSchema))),
});

const docSchema = v.pipe(
  nodeSchema,
  v.check((node) => node.type === 'doc' && 'version' in node, 'Not a document'),
);

/** The document, or undefined where the value is not one. */
export function asDoc(value: unknown): AdfNode | undefined {
  const parsed = v.safeParse(docSchema, value);
  return parsed.success ? parsed.output : undefined;
}

/** A document of plain paragraphs, one a line. */
export const docOf = (text: string): AdfNode & { readonly version: 1 } => ({
  type: 'doc',
  version: 1,
  content: text.split('\n').map((line) => ({
    type: 'paragraph',
    ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
  })),
});

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'tableRow', 'blockquote', 'panel']);

/** The readable text of a document, a line per block. */
export function textOfAdf(node: AdfNode | null | undefined): string {
  if (!node) return '';
  return flatten(node).replace(/\n+/g, '\n').trim();
}

function flatten(node: AdfNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const label = node.attrs?.['text'];
  if (['mention', 'emoji', 'status'].includes(node.type) && typeof label === 'string') return label;
  const inner = (node.content ?? []).map(flatten).join('');
  return BLOCKS.has(node.type) ? `${inner}\n` : inner;
}

/** Account ids mentioned in a document, each once. */
export function mentionsOf(node: AdfNode): string[] {
  const id = node.attrs?.['id'];
  const own = node.type === 'mention' && typeof id === 'string' ? [id] : [];
  return [...new Set([...own, ...(node.content ?? []).flatMap(mentionsOf)])];
}
