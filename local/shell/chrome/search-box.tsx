import { useId } from 'react';
import { Form, textOf } from '../lib/form';
import { go, useAddress } from '../lib/router';

/** Jira takes JQL, or text that it looks for; Confluence takes text. */
export function SearchBox({ product }: { readonly product: 'jira' | 'confluence' }) {
  const id = useId();
  const address = useAddress();
  const current = address.searchParams.get(product === 'jira' ? 'jql' : 'text') ?? '';
  const search = (data: FormData) => {
    const query = textOf(data, 'query').trim();
    if (query === '') return;
    if (product === 'confluence') go(`/wiki/search?text=${encodeURIComponent(query)}`);
    else if (/^[A-Za-z]+-\d+$/.test(query)) go(`/browse/${query.toUpperCase()}`);
    else go(`/jira/search?jql=${encodeURIComponent(toJql(query))}`);
  };
  return (
    <Form className="bar-search" role="search" onSubmit={search}>
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
    </Form>
  );
}

/** Words without an operator are looked for as text. */
function toJql(query: string): string {
  if (/[=~<>]|\b(is|in|order by|was|changed)\b/i.test(query)) return query;
  return `text ~ "${query.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" order by updated desc`;
}
