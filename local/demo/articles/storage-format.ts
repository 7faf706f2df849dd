/** Turns an article's lines into Confluence's storage format. */

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const card = (itemId: string): string =>
  `<ac:structured-macro ac:name="pledge-item-card" ac:schema-version="1" ac:macro-id="card-${escape(itemId)}">` +
  `<ac:parameter ac:name="itemId">${escape(itemId)}</ac:parameter></ac:structured-macro>`;

const note = (text: string): string =>
  `<ac:structured-macro ac:name="info" ac:schema-version="1"><ac:rich-text-body><p>${escape(text)}</p></ac:rich-text-body></ac:structured-macro>`;

type Block = { readonly list: 'ul' | 'ol' | null; readonly html: string };

function block(line: string): Block {
  if (line.startsWith('# ')) return { list: null, html: `<h2>${escape(line.slice(2))}</h2>` };
  if (line.startsWith('- ')) return { list: 'ul', html: `<li><p>${escape(line.slice(2))}</p></li>` };
  if (line.startsWith('1. ')) return { list: 'ol', html: `<li><p>${escape(line.slice(3))}</p></li>` };
  if (line.startsWith('> ')) return { list: null, html: note(line.slice(2)) };
  if (line.startsWith('@item ')) return { list: null, html: card(line.slice(6)) };
  return { list: null, html: `<p>${escape(line)}</p>` };
}

/** XHTML of the lines, neighbouring list lines joined into one list. */
export function storageFormat(lines: readonly string[]): string {
  let html = '';
  let open: 'ul' | 'ol' | null = null;
  for (const next of lines.map(block)) {
    if (next.list !== open) {
      if (open) html += `</${open}>`;
      if (next.list) html += `<${next.list}>`;
      open = next.list;
    }
    html += next.html;
  }
  return open ? `${html}</${open}>` : html;
}
