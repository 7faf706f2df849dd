import { useState } from 'react';
import type { SlaDisplay } from '../../../src/sla/definitions/domain/display/model';
import { type Field, formOf } from '../../kit/fields';
import { useEdited } from '../../kit/unsaved/use-edited';
import { t } from '../../shared/i18n';
import { saveSection, type SectionValue } from '../shared/section';
import { useSave } from '../shared/use-save';

interface EditedDisplay {
  readonly form: Field<SlaDisplay>;
  readonly save: ReturnType<typeof useSave>;
  readonly submit: () => void;
}

/** The display settings as they are edited, and saving them; other pages then read what they show of them. */
export function useDisplay(
  own: SectionValue<SlaDisplay>,
  readOnly: boolean,
  onSaved: () => void,
): EditedDisplay {
  const [draft, setDraft, accept] = useEdited(own.value);
  const [rev, setRev] = useState(own.rev);
  const save = useSave();
  const submit = () =>
    void save.run(async () => {
      setRev(await saveSection('display', draft, rev));
      accept(draft, draft);
      onSaved();
      return t('settings.display.saved');
    });
  return { form: formOf(draft, readOnly, setDraft), save, submit };
}
