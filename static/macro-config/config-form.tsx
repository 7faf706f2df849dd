import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { view } from '@forge/bridge';
import { type FormEvent, useId, useState } from 'react';
import { call } from '../shared/api';
import { EmptyView } from '../shared/empty-view';
import { ErrorView } from '../shared/error-view';
import { localized, t } from '../shared/i18n';
import { SkeletonLines } from '../shared/skeleton-lines';
import { useLoad } from '../shared/use-load';
import styles from './config-form.module.css';

/** Chooses the catalog item a page shows, among those its author may see. */
export function ConfigForm({ chosen }: { readonly chosen: string | null }) {
  const { loaded, reload } = useLoad('items', () => call('knowledge.macroItems', {}));
  const [itemId, setItemId] = useState(chosen);
  const [query, setQuery] = useState('');
  const [error, setError] = useState<unknown>(null);
  const group = useId();
  if (loaded.state === 'loading') return <SkeletonLines height={32} count={5} />;
  if (loaded.state === 'error') return <ErrorView error={loaded.error} onRetry={reload} />;
  const { items } = loaded.value;
  if (items.length === 0) {
    return <EmptyView title={t('macroConfig.none.title')}>{t('macroConfig.none.text')}</EmptyView>;
  }
  const wanted = query.trim().toLowerCase();
  const shown = items.filter((item) => localized(item.name).toLowerCase().includes(wanted));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (itemId !== null) view.submit({ config: { itemId } }).catch(setError);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 className={styles.title}>{t('macroConfig.title')}</h1>
      <Textfield
        aria-label={t('macroConfig.filter')}
        placeholder={t('macroConfig.filter')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <fieldset className={styles.items}>
        <legend className={styles.legend}>{t('macroConfig.items')}</legend>
        {shown.map((item) => (
          <label key={item.id}>
            <input
              type="radio"
              name={group}
              checked={itemId === item.id}
              onChange={() => setItemId(item.id)}
            />
            {localized(item.name)}
          </label>
        ))}
        {shown.length === 0 && <p>{t('macroConfig.noMatch')}</p>}
      </fieldset>
      {error !== null && <ErrorView error={error} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" isDisabled={itemId === null}>
          {t('common.save')}
        </Button>
        <Button appearance="subtle" onClick={() => void view.close()}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
