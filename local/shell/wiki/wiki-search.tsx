import { api } from '../lib/api';
import { Show } from '../lib/parts';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';

interface Found {
  readonly results: readonly {
    readonly title?: string;
    readonly excerpt?: string;
    readonly content?: { readonly id: string; readonly title: string };
  }[];
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const plain = (text: string): string => text.replace(/@@@(end)?hl@@@/g, '').replace(/<[^>]*>/g, '');

export function WikiSearch({ text }: { readonly text: string }) {
  const { person } = useSite();
  const cql = `type = page AND siteSearch ~ ${quoted(text)}`;
  const found = useLoad(`${cql} ${person.accountId}`, () =>
    api<Found>(`/wiki/rest/api/search?cql=${encodeURIComponent(cql)}&limit=50`),
  );
  return (
    <div className="page">
      <h1>Search: {text}</h1>
      <Show of={found}>
        {({ results }) =>
          results.length === 0 ? (
            <p className="quiet">No page matches.</p>
          ) : (
            <ul className="plain-list">
              {results.map((result, index) => (
                <li key={result.content?.id ?? index}>
                  <Link href={`/wiki/spaces/-/pages/${result.content?.id ?? ''}`}>
                    <strong>{result.content?.title ?? plain(result.title ?? '')}</strong>
                  </Link>
                  <p className="quiet">{plain(result.excerpt ?? '')}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </div>
  );
}
