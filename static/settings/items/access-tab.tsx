import { isPerson } from '../../../src/catalog/domain/field-types';
import type { ItemContent, OnBehalf } from '../../../src/catalog/domain/model';
import { worded } from '../../kit/controls/option';
import { TextInput } from '../../kit/controls/text-input';
import { choice, groups, mapped, person } from '../../kit/fields/controls';
import { type Field, part } from '../../kit/fields/field';
import { FieldRow, Fields } from '../../kit/fields/fields';
import { RowList } from '../../kit/fields/row-list';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { ApprovalEditor } from './approval-editor';
import type { ItemTabProps } from './item-editor';

const LISTS = ['availableFor', 'notAvailableFor'] as const;

/** Who may order it, who owns it, who must approve it, and the articles that belong to it. */
export function AccessTab({ item, catalog }: ItemTabProps) {
  const entitlement = part(item, 'entitlement');
  return (
    <div className={forms.panel}>
      <Fields of={item} rows={[{ key: 'owner', label: 'settings.item.owner', control: person() }]} />
      {LISTS.map((key) => (
        <FieldRow
          key={key}
          field={part(part(entitlement, key), 'groups')}
          label={`settings.item.${key}`}
          help={`settings.item.${key}Hint`}
          control={groups()}
        />
      ))}
      <h3 className={forms.heading}>{t('settings.item.onBehalf')}</h3>
      <OnBehalfEditor item={item} />
      <h3 className={forms.heading}>{t('settings.approval')}</h3>
      <ApprovalEditor item={item} catalog={catalog} />
      <h3 className={forms.heading}>{t('settings.item.articles')}</h3>
      <p className={forms.hint}>{t('settings.item.articlesHint')}</p>
      <Articles articles={part(item, 'articles')} />
    </div>
  );
}

const Articles = ({ articles }: { readonly articles: Field<ItemContent['articles']> }) => (
  <RowList
    of={articles}
    adds={t('settings.item.addArticle')}
    make={() => ({ pageId: '', title: '' })}
    removes={(_, n) => t('settings.item.removeArticle', { n })}
    row={(article, n) => (
      <>
        <TextInput
          isCompact
          width={140}
          label={t('settings.item.articleId', { n })}
          {...part(article, 'pageId')}
        />
        <div className={forms.grow}>
          <TextInput isCompact label={t('settings.item.articleTitle', { n })} {...part(article, 'title')} />
        </div>
      </>
    )}
  />
);

/** Which of the form's questions says for whom a request is, and who may be named there. */
function OnBehalfEditor({ item }: Pick<ItemTabProps, 'item'>) {
  const onBehalf = part(item, 'onBehalf');
  const { value } = onBehalf;
  const questions = item.value.form
    .filter((field) => isPerson(field) || field.id === value?.field)
    .map((field) => ({ value: field.id, label: localized(field.label) || field.id }));
  // One that was taken out of the form is still what is set.
  const gone = value !== undefined && questions.every((question) => question.value !== value.field);
  const offered = [
    { value: '', label: t('settings.item.onBehalfNobody') },
    ...questions,
    ...(gone ? [{ value: value.field, label: value.field }] : []),
  ];
  return (
    <>
      <FieldRow
        field={onBehalf}
        label="settings.item.onBehalfField"
        help={questions.length === 0 ? 'settings.item.onBehalfNoQuestion' : 'settings.item.onBehalfHint'}
        control={mapped(
          choice(offered),
          (chosen: OnBehalf | undefined) => chosen?.field ?? '',
          (field, before): OnBehalf | undefined =>
            field === '' ? undefined : { access: 'restricted', ...before, field },
        )}
      />
      {value !== undefined && (
        <Fields
          of={{ ...onBehalf, value }}
          rows={[
            {
              key: 'access',
              label: 'settings.item.onBehalfAccess',
              control: choice(worded('settings.item.onBehalfAccess', ['restricted', 'delegated'])),
            },
          ]}
        />
      )}
    </>
  );
}
