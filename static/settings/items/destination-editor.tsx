import { lazy, Suspense, useContext } from 'react';
import type { Destination } from '../../../src/catalog/domain/model';
import type { Bound } from '../../kit/controls/bound';
import { Choice } from '../../kit/controls/choice';
import { named, worded } from '../../kit/controls/option';
import { Pick } from '../../kit/controls/pick';
import { TextInput } from '../../kit/controls/text-input';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { Around } from './around';

const ArticleSearch = lazy(() => import('./article-search').then((m) => ({ default: m.ArticleSearch })));

type Kind = Destination['kind'] | 'none';

const EMPTY: Readonly<Record<Destination['kind'], Destination>> = {
  item: { kind: 'item', id: '' },
  page: { kind: 'page', id: '', title: '' },
  url: { kind: 'url', url: '' },
};

interface Props extends Bound<Destination | undefined> {
  readonly label: string;
  /** Where it may lead; to nothing but its text where that is among them. */
  readonly kinds: readonly Kind[];
}

/** Where people are led: another item, an article, or an address of the web. */
export function DestinationEditor({ label, kinds, value, readOnly, onChange }: Props) {
  return (
    <>
      <Choice
        label={label}
        value={value?.kind ?? 'none'}
        readOnly={readOnly}
        options={worded('settings.lead', kinds)}
        onChange={(kind) => onChange(kind === 'none' ? undefined : EMPTY[kind])}
      />
      <div className={forms.grow}>
        {value && <Where value={value} readOnly={readOnly} onChange={onChange} />}
      </div>
    </>
  );
}

function Where({ value, readOnly, onChange }: Bound<Destination>) {
  const { list, confluence } = useContext(Around);
  if (value.kind === 'url')
    return (
      <TextInput
        label={t('settings.lead.address')}
        value={value.url}
        readOnly={readOnly}
        onChange={(url) => onChange({ kind: 'url', url: url.trim() })}
      />
    );
  if (value.kind === 'item')
    return (
      <Pick
        label={t('settings.lead.item')}
        value={value.id}
        options={named(list.items.filter(({ state }) => state === 'published'))}
        readOnly={readOnly}
        onChange={(id) => onChange({ kind: 'item', id })}
      />
    );
  if (!confluence) return <p className={forms.hint}>{t('settings.knowledge.notConnected')}</p>;
  return (
    <>
      {value.id !== '' && <p>{value.title || value.id}</p>}
      {!readOnly && (
        <Suspense fallback={<SkeletonLines height={40} />}>
          <ArticleSearch
            chosen={[value.id]}
            onChoose={({ pageId, title }) => onChange({ kind: 'page', id: pageId, title })}
          />
        </Suspense>
      )}
    </>
  );
}
