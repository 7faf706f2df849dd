import Checkbox from '@atlaskit/checkbox';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { SlaPolicy } from '../../../src/sla/definitions/domain/policy/model';
import { call } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { useEdited } from '../../kit/unsaved/use-edited';
import { t } from '../../shared/i18n';
import type { OwnProps, PageProps } from '../pages';
import forms from '../../kit/forms.module.css';
import { UserSelect } from '../../kit/controls/user-select';
import { SettingsForm } from '../shared/settings-form';
import { saveSection, type SectionValue } from '../shared/section';
import { useSave } from '../shared/use-save';
import { LateStartField } from './late-start-field';
import { LimitsFields } from './limits-fields';
import { QuietHoursFields } from './quiet-hours-fields';

type Props = Pick<PageProps, 'readOnly'> & Pick<OwnProps<SectionValue<SlaPolicy>>, 'own'>;

/** When people are told of SLAs, who is told when nobody else can be, and how far a clock may be changed by hand. */
export function NotificationsPage({ own, readOnly }: Props) {
  const [rev, setRev] = useState(own.rev);
  const [since, setSince] = useState(own.value.safeModeSince);
  const [edited, setEdited, accept] = useEdited({ draft: own.value, safeMode: since !== undefined });
  const { draft, safeMode } = edited;
  const save = useSave();
  const setDraft = (next: SlaPolicy) => setEdited({ draft: next, safeMode });
  const edit = (change: Partial<SlaPolicy>) => setDraft({ ...draft, ...change });
  const submit = () =>
    save.run(async () => {
      const next = await saveSection('policy', draft, rev);
      setRev(next);
      if (safeMode !== (since !== undefined)) {
        const switched = await call('sla.setSafeMode', { on: safeMode, rev: next });
        setRev(switched.rev);
        setSince(switched.since);
      }
      accept(edited, edited);
      return t('settings.notify.saved');
    });
  return (
    <SettingsForm
      title={t('settings.tab.notifications')}
      intro={t('settings.notify.intro')}
      save={save}
      readOnly={readOnly}
      onSubmit={() => void submit()}
    >
      <h3 className={forms.heading}>{t('settings.notify.safeMode')}</h3>
      {since !== undefined && (
        <SectionMessage appearance="warning" title={t('settings.notify.safeModeOn')}>
          <p>{t('settings.notify.safeModeSince', { date: formatDateTime(Date.parse(since)) })}</p>
        </SectionMessage>
      )}
      <Checkbox
        label={t('settings.notify.safeModeSwitch')}
        isChecked={safeMode}
        isDisabled={readOnly}
        onChange={(event) => setEdited({ draft, safeMode: event.currentTarget.checked })}
      />
      <p className={forms.hint}>{t('settings.notify.safeModeHint')}</p>

      <QuietHoursFields quiet={draft.quiet} readOnly={readOnly} onChange={(quiet) => edit({ quiet })} />

      <LateStartField
        value={draft.lateStart}
        readOnly={readOnly}
        onChange={(lateStart) => edit({ lateStart })}
      />

      <h3 className={forms.heading}>{t('settings.notify.contact')}</h3>
      <p className={forms.hint}>{t('settings.notify.contactHint')}</p>
      <UserSelect
        id="policy-contact"
        label={t('settings.notify.contactLabel')}
        accountIds={draft.contact === undefined ? [] : [draft.contact]}
        single
        readOnly={readOnly}
        onChange={([contact]) => {
          const { contact: _former, ...rest } = draft;
          setDraft(contact === undefined ? rest : { ...rest, contact });
        }}
      />

      <LimitsFields policy={draft} readOnly={readOnly} onChange={edit} />
    </SettingsForm>
  );
}
