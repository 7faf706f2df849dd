import Lozenge from '@atlaskit/lozenge';
import { useId } from 'react';
import type { ShownStructure, ViewedItem } from '../../../src/catalog/domain/call-answers';
import { HIDDEN_BY } from '../../../src/catalog/domain/audience/why-hidden';
import { useAddressParam } from '../../kit/address/use-address-param';
import { Choice, named, worded } from '../../kit/controls';
import { LabelledField } from '../../kit/controls/labelled-field';
import forms from '../../kit/forms.module.css';
import { type Column, ListPage } from '../../kit/list/list-page';
import { call } from '../../shared/api';
import { EmptyView } from '../../shared/empty-view';
import { localized, t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { UserPicker } from '../../shared/user-picker';
import { pageAddress } from '../addresses';
import type { OwnProps } from '../page-props';
import { Loading } from '../shared/loading';
import { WhyHidden } from '../shared/why-hidden';

type Props = Pick<OwnProps<ShownStructure>, 'own'>;

/** Which items a person would see in the portal now, and what hides each of the others. The address says who and which catalog. */
export function ViewAsPage({ own: structure }: Props) {
  const [person, setPerson] = useAddressParam('person');
  const [catalog, setCatalog] = useAddressParam('catalog');
  const [pickerId, catalogId] = [useId(), useId()];
  return (
    <>
      <h2 className={forms.title}>{t('settings.tab.view-as')}</h2>
      <p className={forms.hint}>{t('settings.viewAs.hint')}</p>
      <div className={forms.pair}>
        <LabelledField id={pickerId} label={t('settings.viewAs.person')}>
          <UserPicker
            inputId={pickerId}
            label={t('settings.viewAs.person')}
            value={person === '' ? null : person}
            onChange={(chosen) => setPerson(chosen ?? '')}
          />
        </LabelledField>
        <LabelledField id={catalogId} label={t('settings.viewAs.catalog')}>
          <Choice
            id={catalogId}
            value={catalog}
            options={[{ value: '', label: t('settings.viewAs.everyCatalog') }, ...named(structure.catalogs)]}
            onChange={setCatalog}
          />
        </LabelledField>
      </div>
      {person === '' ? (
        <EmptyView level={3} title={t('settings.viewAs.nobodyYet')} />
      ) : (
        <Viewed key={`${person} ${catalog}`} person={person} catalog={catalog} structure={structure} />
      )}
    </>
  );
}

interface ViewedProps {
  readonly person: string;
  readonly catalog: string;
  readonly structure: ShownStructure;
}

function Viewed({ person, catalog, structure }: ViewedProps) {
  const { loaded, reload } = useLoad(`${person} ${catalog}`, () =>
    call('catalog.viewAs', { person, ...(catalog !== '' && { catalog }) }),
  );
  if (loaded.state !== 'ready') return <Loading loaded={loaded} onRetry={reload} />;
  return <Items items={loaded.value.items} structure={structure} />;
}

type ItemsProps = Pick<ViewedProps, 'structure'> & { readonly items: readonly ViewedItem[] };

function Items({ items, structure: { categories } }: ItemsProps) {
  const [which, setWhich] = useAddressParam('which');
  const shown = items.filter(({ hidden }) =>
    which === ''
      ? true
      : which === 'seen'
        ? hidden === null
        : hidden?.by === which || (which === 'hidden' && hidden !== null),
  );
  const seen = items.filter(({ hidden }) => hidden === null).length;
  const categoriesOf = ({ categoryIds }: ViewedItem): string =>
    categories
      .filter(({ id }) => categoryIds.includes(id))
      .map(({ name }) => localized(name))
      .join(', ');
  const columns: readonly Column<ViewedItem>[] = [
    {
      key: 'seen',
      label: 'settings.viewAs.seen',
      cell: ({ hidden }) => (
        <>
          <Lozenge appearance={hidden === null ? 'success' : 'default'}>
            {t(hidden === null ? 'settings.viewAs.isSeen' : 'settings.viewAs.isHidden')}
          </Lozenge>
          {hidden !== null && (
            <p className={forms.hint}>
              <WhyHidden hidden={hidden} categories={categories} />
            </p>
          )}
        </>
      ),
      sortBy: ({ hidden }) => (hidden === null ? 0 : 1),
    },
    { key: 'categories', label: 'settings.viewAs.categories', cell: categoriesOf, sortBy: categoriesOf },
  ];
  return (
    <ListPage
      title={t('settings.viewAs.items')}
      makes=""
      members={shown}
      nameOf={({ name }) => localized(name)}
      searched={categoriesOf}
      to={({ id }) => pageAddress('items', id, 'access')}
      columns={columns}
      empty={{ title: t(items.length === 0 ? 'settings.viewAs.none' : 'settings.viewAs.noneFits') }}
      message={
        <>
          <p role="status">{t('settings.viewAs.count', { seen, count: items.length })}</p>
          <div className={forms.row}>
            <Choice
              label={t('settings.viewAs.which')}
              value={which}
              options={[
                { value: '', label: t('settings.viewAs.which.all') },
                ...worded('settings.viewAs.which', ['seen', 'hidden', ...HIDDEN_BY]),
              ]}
              onChange={setWhich}
            />
          </div>
        </>
      }
    />
  );
}
