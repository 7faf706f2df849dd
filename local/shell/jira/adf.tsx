import { Fragment, type ReactNode } from 'react';
import { useNameOf } from '../lib/site';
import type { AdfNode } from './types';

type Mark = NonNullable<AdfNode['marks']>[number];

function marked(text: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{text}</strong>;
    case 'em':
      return <em>{text}</em>;
    case 'code':
      return <code>{text}</code>;
    case 'strike':
      return <s>{text}</s>;
    case 'underline':
      return <u>{text}</u>;
    case 'link':
      return <SafeLink href={mark.attrs?.['href']}>{text}</SafeLink>;
    default:
      return text;
  }
}

/** A link that can only lead to the web or within the site. */
export function SafeLink({ href, children }: { readonly href: unknown; readonly children: ReactNode }) {
  return typeof href === 'string' && /^(https?:|mailto:|\/)/.test(href) ? (
    <a href={href}>{children}</a>
  ) : (
    <>{children}</>
  );
}

function Mention({ accountId, text }: { readonly accountId: string; readonly text: string }) {
  const name = useNameOf(accountId);
  return <span className="mention">{text || `@${name ?? accountId}`}</span>;
}

const attr = (node: AdfNode, name: string): string => {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** A document of the Atlassian Document Format, as far as the site shows it; unknown nodes show their content. */
export function Adf({ node }: { readonly node: AdfNode }): ReactNode {
  const inner = node.content?.map((child, index) => <Adf key={index} node={child} />);
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce<ReactNode>((text, mark) => marked(text, mark), node.text ?? '');
    case 'paragraph':
      return <p>{inner}</p>;
    case 'heading':
      return <h4>{inner}</h4>;
    case 'bulletList':
      return <ul>{inner}</ul>;
    case 'orderedList':
      return <ol>{inner}</ol>;
    case 'listItem':
      return <li>{inner}</li>;
    case 'blockquote':
      return <blockquote>{inner}</blockquote>;
    case 'panel':
      return <div className={`panel-note panel-${attr(node, 'panelType')}`}>{inner}</div>;
    case 'codeBlock':
      return <pre>{inner}</pre>;
    case 'hardBreak':
      return <br />;
    case 'rule':
      return <hr />;
    case 'mention':
      return <Mention accountId={attr(node, 'id')} text={attr(node, 'text')} />;
    case 'emoji':
      return attr(node, 'text') || attr(node, 'shortName');
    case 'status':
      return <span className="tag tag-neutral">{attr(node, 'text')}</span>;
    case 'date':
      return <time>{new Date(Number(attr(node, 'timestamp'))).toISOString().slice(0, 10)}</time>;
    case 'inlineCard':
    case 'blockCard':
      return <SafeLink href={node.attrs?.['url']}>{attr(node, 'url')}</SafeLink>;
    default:
      return <Fragment>{inner}</Fragment>;
  }
}
