import { useState } from 'react';
import type { SlaPolicy } from '../../../src/sla/definitions/domain/policy/model';
import { type Field, formOf } from '../../kit/fields';
import { useEdited } from '../../kit/unsaved/use-edited';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import { saveSection, type SectionValue } from '../shared/section';
import { useSave } from '../shared/use-save';

/** What the page edits: safe mode is a state of the installation beside its policy. */
interface Edited {
  readonly policy: SlaPolicy;
  readonly safeMode: boolean;
}

interface EditedPolicy {
  readonly form: Field<Edited>;
  /** Since when safe mode is on, as it is stored. */
  readonly since: string | undefined;
  readonly save: ReturnType<typeof useSave>;
  readonly submit: () => void;
}

/** The policy as it is edited, and saving it. */
export function usePolicy(own: SectionValue<SlaPolicy>, readOnly: boolean): EditedPolicy {
  const [rev, setRev] = useState(own.rev);
  const [since, setSince] = useState(own.value.safeModeSince);
  const [edited, setEdited, accept] = useEdited<Edited>({ policy: own.value, safeMode: since !== undefined });
  const save = useSave();
  const submit = () =>
    void save.run(async () => {
      const next = await saveSection('policy', edited.policy, rev);
      setRev(next);
      if (edited.safeMode !== (since !== undefined)) {
        const switched = await call('sla.setSafeMode', { on: edited.safeMode, rev: next });
        setRev(switched.rev);
        setSince(switched.since);
      }
      accept(edited, edited);
      return t('settings.notify.saved');
    });
  return { form: formOf(edited, readOnly, setEdited), since, save, submit };
}
