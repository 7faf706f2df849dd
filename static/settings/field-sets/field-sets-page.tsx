import { lazy, Suspense } from 'react';
import type { FieldSet } from '../../../src/catalog/domain/model';
import { Fields, localized as bothLanguages, seenAs } from '../../kit/fields';
import { localized, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { formParts, withFormParts } from '../items/form/form-parts';
import type { OwnProps, PageProps } from '../page-props';
import { MembersPage } from '../shared/members-page';
import type { RowsPage } from '../shared/section';
import { SetUses } from './set-uses';
import { useFieldSets } from './use-field-sets';

const Builder = lazy(() => import('../items/form/builder').then((m) => ({ default: m.Builder })));

type Props = Pick<PageProps, 'readOnly'> & OwnProps<RowsPage<FieldSet>>;

/** Questions and rules that many items share: the list, and one set in the form builder. */
export function FieldSetsPage(props: Props) {
  const all = useFieldSets(props);
  return (
    <MembersPage<FieldSet>
      page="field-sets"
      section="fieldSet"
      nameOf={({ name }) => localized(name)}
      all={all}
      readOnly={props.readOnly}
      makes={t('settings.set.new')}
      hint={t('settings.set.hint')}
      empty={{ title: t('settings.set.empty'), text: t('settings.set.emptyText') }}
      columns={[
        {
          key: 'questions',
          label: 'settings.set.questions',
          cell: ({ form }) => form.length,
          sortBy: ({ form }) => form.length,
        },
      ]}
      sections={(set) => [
        {
          key: 'general',
          title: t('settings.general'),
          paths: ['name'],
          content: (
            <Fields of={set} rows={[{ key: 'name', label: 'settings.name', control: bothLanguages() }]} />
          ),
        },
        {
          key: 'form',
          title: t('settings.item.tab.form'),
          paths: ['form', 'rules'],
          content: (
            <Suspense fallback={<SkeletonLines height={56} count={4} />}>
              <Builder item={seenAs(set, formParts, withFormParts)} content={set.value} />
            </Suspense>
          ),
        },
        ...(all.isNew
          ? []
          : [{ key: 'uses', title: t('settings.set.uses'), content: <SetUses id={set.value.id} /> }]),
      ]}
    />
  );
}
