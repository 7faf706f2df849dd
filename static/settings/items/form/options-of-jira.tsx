import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { OPTION_TYPES, takesOptions, withOptionsOf } from '../../../../src/catalog/domain/form/jira-options';
import type { FormField, ItemContent } from '../../../../src/catalog/domain/model';
import { Pick } from '../../../kit/controls/pick';
import type { Drawn } from '../../../kit/fields/controls';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { useLoad } from '../../../shared/use-load';
import { type CreateField, loadCreateScreen } from '../../directory/use-create-screen';

type Place = Pick<ItemContent['fulfilment'], 'projectId' | 'issueTypeId'>;

interface Known {
  /** Where the item's work is done; nothing of what is no item's. */
  readonly place?: Place;
  /** A question with the options that Jira has for it, as far as the viewer may see them. */
  readonly filled: (field: FormField) => FormField;
}

const OfJira = createContext<Known>({ filled: (field) => field });

/** Gives all that edits an item the options that its questions take from Jira, which is asked only where one does. */
export function OptionsOfJira({
  content,
  children,
}: {
  readonly content: ItemContent;
  readonly children: ReactNode;
}) {
  const { projectId, issueTypeId } = content.fulfilment;
  const isAsked = takesOptions(content.form);
  const { loaded } = useLoad(isAsked ? `${projectId} ${issueTypeId}` : '', async () =>
    isAsked ? loadCreateScreen({ projectId, issueTypeId }) : NONE,
  );
  const fields = loaded.state === 'ready' ? loaded.value : NONE;
  const known = useMemo(() => {
    const read = fields.map(({ id, values }) => ({
      fieldId: id,
      allowedValues: values.map(({ value, label }) => ({ id: value, value: label })),
    }));
    return {
      place: { projectId, issueTypeId },
      filled: (field: FormField) => withOptionsOf([field], read)[0] ?? field,
    };
  }, [fields, projectId, issueTypeId]);
  return <OfJira.Provider value={known}>{children}</OfJira.Provider>;
}

const NONE: readonly CreateField[] = [];

/** What answers a question may have, where Jira has its options. */
export const useFilled = (): Known['filled'] => useContext(OfJira).filled;

/** Where a choice has its options from: its own list, a long one, or a field of the item's work type. */
export function OptionSource({ label, value, readOnly, onChange }: Drawn<string | undefined>) {
  const { place = NOWHERE } = useContext(OfJira);
  const { loaded } = useLoad(`${place.projectId} ${place.issueTypeId}`, () => loadCreateScreen(place));
  const fields = (loaded.state === 'ready' ? loaded.value : NONE).filter(
    ({ type, values }) => values.length > 0 && OPTION_TYPES.includes(type),
  );
  return (
    <>
      <Pick
        label={label}
        value={value ?? OWN}
        readOnly={readOnly}
        options={[
          { value: OWN, label: t('settings.form.ownOptions') },
          { value: LONG_LIST, label: t('settings.form.longList') },
          ...fields.map(({ id, name }) => ({ value: id, label: t('settings.form.optionsOf', { name }) })),
        ]}
        onChange={(chosen) => onChange(chosen === OWN ? undefined : chosen)}
      />
      <span className={forms.hint}>{t(`settings.form.optionsHint.${hintFor(value, place, fields)}`)}</span>
    </>
  );
}

/** Stand for the question's own list and for a long one beside the ids of fields. */
const OWN = '@own';
export const LONG_LIST = '@long';
const NOWHERE: Place = { projectId: '', issueTypeId: '' };

function hintFor(
  value: string | undefined,
  { projectId, issueTypeId }: Place,
  fields: readonly CreateField[],
) {
  if (value === LONG_LIST) return 'long';
  if (value !== undefined) return 'jira';
  if (projectId === '' || issueTypeId === '') return 'place';
  return fields.length === 0 ? 'none' : 'own';
}
