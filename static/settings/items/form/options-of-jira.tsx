import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { OPTION_TYPES, takesOptions, withOptionsOf } from '../../../../src/catalog/domain/jira-options';
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

/** Where a choice has its options from: its own list, or a field of the item's work type. */
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
          ...fields.map(({ id, name }) => ({ value: id, label: t('settings.form.optionsOf', { name }) })),
        ]}
        onChange={(chosen) => onChange(chosen === OWN ? undefined : chosen)}
      />
      <span className={forms.hint}>{t(`settings.form.optionsHint.${hintFor(value, place, fields)}`)}</span>
    </>
  );
}

/** Stands for the question's own list beside the ids of fields. */
const OWN = '@own';
const NOWHERE: Place = { projectId: '', issueTypeId: '' };

function hintFor(
  value: string | undefined,
  { projectId, issueTypeId }: Place,
  fields: readonly CreateField[],
) {
  if (value !== undefined) return 'jira';
  if (projectId === '' || issueTypeId === '') return 'place';
  return fields.length === 0 ? 'none' : 'own';
}
