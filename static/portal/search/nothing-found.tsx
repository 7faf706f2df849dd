import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { EmptyView } from '../../shared/empty-view';
import { localized, t } from '../../shared/i18n';
import { itemAddress } from '../addresses';
import { ANSWER_PARAM } from '../form/answer-param';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly query: string;
  readonly items: readonly ItemCard[];
  /** Whether the search found a service: then whoever meant none of them is led on in one line. */
  readonly found: boolean;
}

/** Where people go whose search finds nothing: it asks what they need, and takes their words along to who finds somebody for it. */
export function NothingFound({ query, items, found }: Props) {
  const other = items.find(({ catchAll }) => catchAll !== undefined);
  if (found) {
    if (other === undefined) return null;
    return (
      <div className={forms.toolbar}>
        <span>
          {t('portal.search.noneOfThese')}{' '}
          <Link to={addressOf(other, query)} data-result>
            {localized(other.name)}
          </Link>
        </span>
      </div>
    );
  }
  return (
    <EmptyView
      title={t('portal.search.none', { query })}
      action={other !== undefined && <Question key={query} query={query} other={other} />}
    >
      {other === undefined ? t('portal.search.noneHint') : undefined}
    </EmptyView>
  );
}

function Question({ query, other }: { readonly query: string; readonly other: ItemCard }) {
  const id = useId();
  const [, go] = useLocation();
  const [words, setWords] = useState(query);
  return (
    <form
      className={forms.field}
      onSubmit={(event) => {
        event.preventDefault();
        go(addressOf(other, words));
      }}
    >
      <label htmlFor={id} className={forms.label}>
        {t('portal.search.whatNeeded')}
      </label>
      <Textfield id={id} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <Button type="submit" appearance="primary">
        {localized(other.name)}
      </Button>
    </form>
  );
}

const addressOf = ({ id, catchAll = '' }: ItemCard, words: string): string =>
  `${itemAddress(id)}?${new URLSearchParams({ [`${ANSWER_PARAM}${catchAll}`]: words }).toString()}`;
