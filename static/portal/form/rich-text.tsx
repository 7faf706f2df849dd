import type { ReactNode } from 'react';
import { NewTabLink } from '../../shared/new-tab-link';

/**
 * A text with light marks: blank lines part paragraphs, lines that begin with `- ` are a list, `**bold**`, and
 * `[words](https://…)`. Nothing else is understood, so that nothing else can come of it.
 */
export function RichText({ text }: { readonly text: string }) {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim() !== '');
  return <div>{blocks.map((block, index) => blockOf(block, index))}</div>;
}

function blockOf(block: string, key: number): ReactNode {
  const lines = block.trim().split('\n');
  if (lines.every((line) => /^\s*-\s/.test(line)))
    return (
      <ul key={key}>
        {lines.map((line, index) => (
          <li key={index}>{marked(line.replace(/^\s*-\s+/, ''))}</li>
        ))}
      </ul>
    );
  return (
    <p key={key}>
      {lines.flatMap((line, index) => [
        ...(index > 0 ? [<br key={index} />] : []),
        ...marked(line, `${index}.`),
      ])}
    </p>
  );
}

const MARKS = /\*\*(.+?)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

function marked(line: string, key = ''): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const mark of line.matchAll(MARKS)) {
    const [whole, bold, words, url] = mark;
    parts.push(line.slice(from, mark.index));
    from = mark.index + whole.length;
    parts.push(
      url === undefined ? (
        <strong key={`${key}${from}`}>{bold}</strong>
      ) : (
        <NewTabLink key={`${key}${from}`} url={url}>
          {words}
        </NewTabLink>
      ),
    );
  }
  return [...parts, line.slice(from)];
}
