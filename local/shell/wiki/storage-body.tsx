import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { SurfaceFrame } from '../frame/surface-frame';
import { SafeLink } from '../jira/adf';
import { useModules } from '../lib/site';

const PLAIN = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li strong em u s code pre blockquote table tbody thead tr th td hr br sub sup span div'.split(
    ' ',
  ),
);
const EMPTY = new Set(['hr', 'br']);
const NOTES = new Set(['info', 'note', 'tip', 'warning', 'panel']);
/** The page's title is the first heading. */
const DEEPER: Readonly<Record<string, string>> = { h1: 'h2' };

function parse(storage: string): Element | null {
  const wrapped = `<root xmlns:ac="ac" xmlns:ri="ri">${storage.replaceAll('&nbsp;', '&#160;').replace(/&(ndash|mdash|hellip);/g, ' ')}</root>`;
  const document = new DOMParser().parseFromString(wrapped, 'application/xml');
  return document.querySelector('parsererror') ? null : document.documentElement;
}

/** A macro's parameters, as its config screen left them. */
export function parametersOf(macro: Element): Record<string, string> {
  const own = [...macro.children].filter((child) => child.nodeName === 'ac:parameter');
  return Object.fromEntries(
    own.map((parameter) => [parameter.getAttribute('ac:name') ?? '', parameter.textContent ?? '']),
  );
}

const childrenOf = (element: Element, pageId: string): ReactNode[] =>
  [...element.childNodes].map((child, index) => <Fragment key={index}>{nodeOf(child, pageId)}</Fragment>);

function nodeOf(node: Node, pageId: string): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.nodeName;
  if (name === 'a') return <SafeLink href={node.getAttribute('href')}>{childrenOf(node, pageId)}</SafeLink>;
  if (name === 'ac:structured-macro') return <Macro macro={node} pageId={pageId} />;
  if (name === 'ac:parameter') return null;
  if (!PLAIN.has(name)) return childrenOf(node, pageId);
  return EMPTY.has(name)
    ? createElement(name)
    : createElement(DEEPER[name] ?? name, null, ...childrenOf(node, pageId));
}

function Macro({ macro, pageId }: { readonly macro: Element; readonly pageId: string }) {
  const modules = useModules('macro');
  const name = macro.getAttribute('ac:name') ?? '';
  const module = modules.find((candidate) => candidate.key === name);
  if (module) {
    const config = parametersOf(macro);
    return (
      <SurfaceFrame
        module={module}
        title={module.title}
        extension={{
          content: { id: pageId },
          config,
          macro: { isConfiguring: false, isInserting: false },
          isEditing: false,
        }}
        minHeight={48}
      />
    );
  }
  if (NOTES.has(name)) return <div className={`panel-note panel-${name}`}>{childrenOf(macro, pageId)}</div>;
  return <>{childrenOf(macro, pageId)}</>;
}

/** A page's body in storage format, its macros shown in place; what cannot be read is shown as text. */
export function StorageBody({ storage, pageId }: { readonly storage: string; readonly pageId: string }) {
  const root = useMemo(() => parse(storage), [storage]);
  return <div className="prose prose-page">{root ? childrenOf(root, pageId) : <pre>{storage}</pre>}</div>;
}
