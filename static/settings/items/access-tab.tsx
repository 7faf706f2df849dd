import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import CrossIcon from '@atlaskit/icon/core/cross';
import AddIcon from '@atlaskit/icon/core/add';
import Textfield from '@atlaskit/textfield';
import { isPerson } from '../../../src/catalog/domain/field-types';
import type { Entitlement, ItemContent, OnBehalf } from '../../../src/catalog/domain/model';
import { localized, t } from '../../shared/i18n';
import { replaced, without } from '../../kit/controls/reorder';
import { Choice } from '../../kit/controls/choice';
import { GroupList } from '../shared/group-list';
import { UserSelect } from '../../kit/controls/user-select';
import forms from '../../kit/forms.module.css';
import { ApprovalEditor } from './approval-editor';
import type { ItemTabProps } from './item-editor';

/** Who may order it, who owns it, who must approve it, and the articles that belong to it. */
export function AccessTab({ content, catalog, readOnly, onChange }: ItemTabProps) {
  const edit = (change: Partial<ItemContent>) => onChange({ ...content, ...change });
  const lists: readonly (keyof Entitlement)[] = ['availableFor', 'notAvailableFor'];
  return (
    <div className={forms.panel}>
      <UserSelect
        id="item-owner"
        label={t('settings.item.owner')}
        accountIds={content.owner === '' ? [] : [content.owner]}
        single
        readOnly={readOnly}
        onChange={(owners) => edit({ owner: owners[0] ?? '' })}
      />
      {lists.map((key) => (
        <div key={key} className={forms.field}>
          <span className={forms.label}>{t(`settings.item.${key}`)}</span>
          <GroupList
            label={t(`settings.item.${key}`)}
            groups={content.entitlement[key].groups}
            readOnly={readOnly}
            onChange={(chosen) =>
              edit({
                entitlement: {
                  ...content.entitlement,
                  [key]: { ...content.entitlement[key], groups: chosen },
                },
              })
            }
          />
          <span className={forms.hint}>{t(`settings.item.${key}Hint`)}</span>
        </div>
      ))}
      <h3 className={forms.heading}>{t('settings.item.onBehalf')}</h3>
      <OnBehalfEditor content={content} readOnly={readOnly} onChange={onChange} />
      <h3 className={forms.heading}>{t('settings.approval')}</h3>
      <ApprovalEditor content={content} catalog={catalog} readOnly={readOnly} onChange={onChange} />
      <h3 className={forms.heading}>{t('settings.item.articles')}</h3>
      <p className={forms.hint}>{t('settings.item.articlesHint')}</p>
      {content.articles.map((article, index) => (
        <div key={index} className={forms.row}>
          <Textfield
            isCompact
            width={140}
            aria-label={t('settings.item.articleId', { n: index + 1 })}
            value={article.pageId}
            isReadOnly={readOnly}
            onChange={(event) =>
              edit({
                articles: replaced(content.articles, index, {
                  ...article,
                  pageId: event.currentTarget.value,
                }),
              })
            }
          />
          <div className={forms.grow}>
            <Textfield
              isCompact
              aria-label={t('settings.item.articleTitle', { n: index + 1 })}
              value={article.title}
              isReadOnly={readOnly}
              onChange={(event) =>
                edit({
                  articles: replaced(content.articles, index, {
                    ...article,
                    title: event.currentTarget.value,
                  }),
                })
              }
            />
          </div>
          {!readOnly && (
            <IconButton
              appearance="subtle"
              spacing="compact"
              icon={CrossIcon}
              label={t('settings.item.removeArticle', { n: index + 1 })}
              onClick={() => edit({ articles: without(content.articles, index) })}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          appearance="subtle"
          iconBefore={AddIcon}
          onClick={() => edit({ articles: [...content.articles, { pageId: '', title: '' }] })}
        >
          {t('settings.item.addArticle')}
        </Button>
      )}
    </div>
  );
}

/** Which of the form's questions says for whom a request is, and who may be named there. */
function OnBehalfEditor({
  content,
  readOnly,
  onChange,
}: Pick<ItemTabProps, 'content' | 'readOnly' | 'onChange'>) {
  const { onBehalf, form } = content;
  const write = (next: OnBehalf | undefined) => {
    const { onBehalf: _old, ...rest } = content;
    onChange(next === undefined ? rest : { ...rest, onBehalf: next });
  };
  const questions = form
    .filter((field) => isPerson(field) || field.id === onBehalf?.field)
    .map((field) => ({ value: field.id, label: localized(field.label) || field.id }));
  // One that was taken out of the form is still what is set.
  const gone = onBehalf !== undefined && questions.every(({ value }) => value !== onBehalf.field);
  return (
    <div className={forms.card}>
      <div className={forms.row}>
        <Choice
          label={t('settings.item.onBehalfField')}
          value={onBehalf?.field ?? ''}
          isDisabled={readOnly}
          options={[
            { value: '', label: t('settings.item.onBehalfNobody') },
            ...questions,
            ...(gone ? [{ value: onBehalf.field, label: onBehalf.field }] : []),
          ]}
          onChange={(field) => write(field === '' ? undefined : { access: 'restricted', ...onBehalf, field })}
        />
        {onBehalf !== undefined && (
          <Choice
            label={t('settings.item.onBehalfAccess')}
            value={onBehalf.access}
            isDisabled={readOnly}
            options={(['restricted', 'delegated'] as const).map((access) => ({
              value: access,
              label: t(`settings.item.onBehalfAccess.${access}`),
            }))}
            onChange={(access) => write({ ...onBehalf, access })}
          />
        )}
      </div>
      <p className={forms.hint}>
        {t(questions.length === 0 ? 'settings.item.onBehalfNoQuestion' : 'settings.item.onBehalfHint')}
      </p>
    </div>
  );
}
