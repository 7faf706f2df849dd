import { type AdfNode } from './adf.ts';

/** Text made safe for HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
  panel: 'div',
  expand: 'div',
};

const MARKS: Readonly<Record<string, string>> = {
  strong: 'b',
  em: 'i',
  code: 'code',
  underline: 'u',
  strike: 'del',
};

function marked(node: AdfNode): string {
  return (node.marks ?? []).reduce(
    (inner, mark) => {
      const href = mark.attrs?.['href'];
      if (mark.type === 'link' && typeof href === 'string' && /^(https?:|mailto:|\/)/.test(href))
        return `<a href="${escapeHtml(href)}">${inner}</a>`;
      const tag = MARKS[mark.type];
      return tag ? `<${tag}>${inner}</${tag}>` : inner;
    },
    escapeHtml(node.text ?? ''),
  );
}

/** A document as HTML; what the site does not know is shown as its text. */
export function htmlOfAdf(node: AdfNode): string {
  const inner = (): string => (node.content ?? []).map(htmlOfAdf).join('');
  if (node.type === 'text') return marked(node);
  if (node.type === 'hardBreak') return '<br/>';
  if (node.type === 'rule') return '<hr/>';
  if (node.type === 'heading')
    return `<h${Number(node.attrs?.['level'] ?? 1)}>${inner()}</h${Number(node.attrs?.['level'] ?? 1)}>`;
  if (node.type === 'codeBlock') return `<pre><code>${inner()}</code></pre>`;
  const label = node.attrs?.['text'];
  if (node.type === 'mention')
    return `<a class="user-hover" rel="${escapeHtml(String(node.attrs?.['id']))}">${escapeHtml(typeof label === 'string' ? label : '@')}</a>`;
  const tag = TAGS[node.type];
  return tag
    ? `<${tag}>${inner()}</${tag}>`
    : inner() || (typeof label === 'string' ? escapeHtml(label) : '');
}
