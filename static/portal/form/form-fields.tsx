import { useMemo } from 'react';
import { isEmptyAnswer } from '../../../src/catalog/domain/form/conditions';
import { isQuestion } from '../../../src/catalog/domain/field-types';
import type { FormField } from '../../../src/catalog/domain/model';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { localized, t } from '../../shared/i18n';
import { useAsking } from './asking';
import { FieldRow } from './field-row';
import { FilesForProvider } from './inputs/files-for';
import { findInItem, findInParts, ListSearchProvider } from './list-search';
import { earliestNote, noteOf, prefilledNote, tooSoonNote } from './note';
import { CurrencyProvider } from './option-label';
import { answerIn, type ShownSection, shownSections } from './sections';
import forms from '../../kit/forms.module.css';
import styles from './request-form.module.css';
import type { RequestFormState } from './use-request-form';

interface Props {
  readonly page: ItemPage;
  readonly form: RequestFormState;
  /** When delivery is promised if it is sent now (ms); left out where it is not. */
  readonly dueAt?: number | null | undefined;
}

/** The fields that are shown, by sections; where there are several, each says how far it is filled. */
export function FormFields({ page, form, dueAt }: Props) {
  const { accountId, by, isTrial } = useAsking();
  // For whom it is was chosen for all of the portal.
  const settled = by === undefined ? undefined : page.item.content.onBehalf?.field;
  const find = isTrial ? findInParts : findInItem(page.item.id);
  const row = (field: FormField) => {
    const answer = answerIn(form, field.id);
    const earliest = form.earliestOf(field);
    return (
      <FieldRow
        key={field.id}
        field={field}
        answer={answer}
        isRequired={form.fields.get(field.id)?.required ?? false}
        isReadOnly={field.id === settled || (form.fields.get(field.id)?.readOnly ?? false)}
        problem={form.problems.get(field.id) ?? null}
        earliest={earliest}
        note={
          noteOf(page.item, field, answer, accountId) ??
          tooSoonNote(page.item, field, answer, dueAt) ??
          prefilledNote(form.sourceOf(field.id), by !== undefined) ??
          earliestNote(earliest)
        }
        onChange={form.change}
        onLeave={form.leave}
      />
    );
  };
  const { clientToken: draftId } = form;
  const { id: itemId } = page.item;
  const filesFor = useMemo(() => (isTrial ? null : { itemId, draftId }), [isTrial, itemId, draftId]);
  const sections = shownSections(form);
  const parts = sections.filter(({ head }) => head !== null);
  const progressOf = (section: ShownSection): string => {
    const asked = section.fields.filter(isQuestion);
    return t('portal.form.progress', {
      part: parts.indexOf(section) + 1,
      parts: parts.length,
      answered: asked.filter(({ id }) => !isEmptyAnswer(answerIn(form, id))).length,
      questions: asked.length,
    });
  };
  return (
    <FilesForProvider value={filesFor}>
      <ListSearchProvider value={find}>
        <CurrencyProvider value={page.item.content.price?.currency}>
          {sections.map((section) => {
            const { head, fields } = section;
            return head === null ? (
              fields.map(row)
            ) : (
              <section key={head.id} aria-labelledby={`section-${head.id}`} className={styles.section}>
                <h3 id={`section-${head.id}`} className={styles.sectionTitle}>
                  {localized(head.label)}
                </h3>
                {parts.length > 1 && <span className={forms.note}>{progressOf(section)}</span>}
                {head.help !== undefined && <p className={forms.note}>{localized(head.help)}</p>}
                <div className={styles.columns} data-columns={head.columns ?? 1}>
                  {fields.map(row)}
                </div>
              </section>
            );
          })}
        </CurrencyProvider>
      </ListSearchProvider>
    </FilesForProvider>
  );
}
