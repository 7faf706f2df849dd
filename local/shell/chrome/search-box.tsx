import { type FormEvent, useId } from 'react';
import { go, useAddress } from '../lib/router';

/** Jira takes JQL, or text that it looks for; Confluence takes text. */
export function SearchBox({ product }: { readonly product: 'jira' | 'confluence' }) {
  const id = useId();
  const address = useAddress();
  const current = address.searchParams.get(product === 'jira' ? 'jql' : 'text') ?? '';
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get('query');
    const query = typeof asked === 'string' ? asked.trim() : '';
    if (query === '') return;
    if (product === 'confluence') go(`/wiki/search?text=${encodeURIComponent(query)}`);
    else if (/^[A-Za-z]+-\d+$/.test(query)) go(`/browse/${query.toUpperCase()}`);
    else go(`/jira/search?jql=${encodeURIComponent(toJql(query))}`);
  };
  return (
    <form className="bar-search" role="search" onSubmit={onSubmit}>
      <label className="visually-hidden" htmlFor={id}>
        {product === 'jira' ? 'Search issues with JQL' : 'Search pages'}
      </label>
      <input
        key={current}
        id={id}
        name="query"
        type="search"
        defaultValue={current}
        placeholder={product === 'jira' ? 'Search: text, key or JQL' : 'Search pages'}
        autoComplete="off"
      />
    </form>
  );
}

/** Words without an operator are looked for as text. */
function toJql(query: string): string {
  if (/[=~<>]|\b(is|in|order by|was|changed)\b/i.test(query)) return query;
  return `text ~ "${query.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" order by updated desc`;
}
