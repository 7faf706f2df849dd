import SectionMessage from '@atlaskit/section-message';
import type { SlaPolicy } from '../../../src/sla/definitions/domain/policy/model';
import { LIMITS, REACHES } from '../../../src/sla/definitions/domain/policy/schema';
import { check, Fields, maybe, part, person, type Row, settingRows } from '../../kit/fields';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { OwnProps, PageProps } from '../page-props';
import type { SectionValue } from '../shared/section';
import { SettingsForm } from '../shared/settings-form';
import { QuietHoursFields } from './quiet-hours-fields';
import { usePolicy } from './use-policy';

const WORDS = 'settings.notify';

const CONTACT: Row<SlaPolicy> = {
  key: 'contact',
  label: 'settings.notify.contact',
  help: 'settings.notify.contactHint',
  control: maybe(person()),
};

type Props = Pick<PageProps, 'readOnly'> & Pick<OwnProps<SectionValue<SlaPolicy>>, 'own'>;

/** When people are told of SLAs, who is told when nobody else can be, and how far a clock may be changed by hand. */
export function NotificationsPage({ own, readOnly }: Props) {
  const { form, since, save, submit } = usePolicy(own, readOnly);
  const policy = part(form, 'policy');
  const { pauseAloneHours, pauseMostHours } = policy.value;
  const errors = {
    pauseAloneHours: pauseAloneHours > pauseMostHours && 'settings.notify.pauseAloneTooLong',
  };
  const sections = [
    {
      key: 'safe-mode',
      title: t('settings.notify.safeMode'),
      content: (
        <>
          {since !== undefined && (
            <SectionMessage appearance="warning" title={t('settings.notify.safeModeOn')}>
              <p>{t('settings.notify.safeModeSince', { date: formatDateTime(Date.parse(since)) })}</p>
            </SectionMessage>
          )}
          <Fields
            of={form}
            rows={[
              {
                key: 'safeMode',
                label: 'settings.notify.safeModeSwitch',
                help: 'settings.notify.safeModeHint',
                control: check(),
              },
            ]}
          />
        </>
      ),
    },
    {
      key: 'reaches',
      title: t('settings.notify.reaches'),
      content: (
        <>
          <QuietHoursFields policy={policy} />
          <Fields of={policy} rows={[...settingRows(REACHES, WORDS), CONTACT]} />
        </>
      ),
    },
    {
      key: 'limits',
      title: t('settings.notify.limits'),
      hint: t('settings.notify.limitsHint'),
      content: <Fields of={policy} rows={settingRows(LIMITS, WORDS, errors)} />,
    },
  ];
  return (
    <SettingsForm
      page="notifications"
      intro={t('settings.notify.intro')}
      sections={sections}
      save={save}
      readOnly={readOnly}
      onSubmit={submit}
    />
  );
}
