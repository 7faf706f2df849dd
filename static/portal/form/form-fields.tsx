import type { Answer, FormField } from '../../../src/catalog/domain/model';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { localized } from '../../shared/i18n';
import { useAsking } from './asking';
import { FieldRow } from './field-row';
import { noteOf, prefilledNote } from './note';
import forms from '../../kit/forms.module.css';
import styles from './request-form.module.css';
import type { RequestFormState } from './use-request-form';

interface Props {
  readonly page: ItemPage;
  readonly form: RequestFormState;
}

/** The fields that are shown, by sections. */
export function FormFields({ page, form }: Props) {
  const { accountId } = useAsking();
  const shown = [...form.fields.values()].filter(({ visible }) => visible).map(({ field }) => field);
  const row = (field: FormField) => (
    <FieldRow
      key={field.id}
      field={field}
      answer={answerIn(form, field.id)}
      isRequired={form.fields.get(field.id)?.required ?? false}
      isReadOnly={form.fields.get(field.id)?.readOnly ?? false}
      problem={form.problems.get(field.id) ?? null}
      note={
        noteOf(page.item, field, answerIn(form, field.id), accountId) ??
        prefilledNote(form.sourceOf(field.id))
      }
      onChange={form.change}
      onLeave={form.leave}
    />
  );
  return sectionsOf(shown).map(({ head, fields }) =>
    head === null ? (
      fields.map(row)
    ) : (
      <section key={head.id} aria-labelledby={`section-${head.id}`} className={styles.section}>
        <h3 id={`section-${head.id}`} className={styles.sectionTitle}>
          {localized(head.label)}
        </h3>
        {head.help !== undefined && <p className={forms.note}>{localized(head.help)}</p>}
        <div className={styles.columns} data-columns={head.columns ?? 1}>
          {fields.map(row)}
        </div>
      </section>
    ),
  );
}

/** What a rule set stands in place of what was typed; texts stay as they are typed. */
const answerIn = ({ fields, answers }: RequestFormState, id: string): Answer => {
  const state = fields.get(id);
  return state?.readOnly ? state.answer : (answers[id] ?? null);
};

interface Section {
  readonly head: FormField | null;
  readonly fields: readonly FormField[];
}

const sectionsOf = (shown: readonly FormField[]): readonly Section[] =>
  shown.reduce<readonly Section[]>(
    (sections, field) => {
      const last = sections.at(-1);
      if (field.type === 'section' || last === undefined) return [...sections, { head: field, fields: [] }];
      return [...sections.slice(0, -1), { ...last, fields: [...last.fields, field] }];
    },
    [{ head: null, fields: [] }],
  );
