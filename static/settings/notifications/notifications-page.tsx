import SectionMessage from '@atlaskit/section-message';
import { LATE_STARTS, type SlaPolicy } from '../../../src/sla/definitions/domain/policy/model';
import { worded } from '../../kit/controls/option';
import { check, choice, maybe, number, person } from '../../kit/fields/controls';
import { part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { OwnProps, PageProps } from '../pages';
import type { SectionValue } from '../shared/section';
import { SettingsForm } from '../shared/settings-form';
import { QuietHoursFields } from './quiet-hours-fields';
import { usePolicy } from './use-policy';

const REACHES = (): readonly Row<SlaPolicy>[] => [
  {
    key: 'lateStart',
    label: 'settings.notify.lateStart',
    help: 'settings.notify.lateStartHint',
    control: choice(worded('settings.notify.lateStart', LATE_STARTS)),
  },
  {
    key: 'contact',
    label: 'settings.notify.contact',
    help: 'settings.notify.contactHint',
    control: maybe(person()),
  },
];

const hours = () => number({ isWhole: true, min: 1, max: 8760 });

const LIMITS = ({ pauseAloneHours, pauseMostHours }: SlaPolicy): readonly Row<SlaPolicy>[] => [
  {
    key: 'pauseBy',
    label: 'settings.notify.pauseBy',
    control: choice(worded('settings.notify.pauseBy', ['editors', 'granted'])),
  },
  {
    key: 'pauseAloneHours',
    label: 'settings.notify.pauseAloneHours',
    error: pauseAloneHours > pauseMostHours && 'settings.notify.pauseAloneTooLong',
    control: hours(),
  },
  { key: 'pauseMostHours', label: 'settings.notify.pauseMostHours', control: hours() },
  { key: 'extendAloneHours', label: 'settings.notify.extendAloneHours', control: hours() },
];

type Props = Pick<PageProps, 'readOnly'> & Pick<OwnProps<SectionValue<SlaPolicy>>, 'own'>;

/** When people are told of SLAs, who is told when nobody else can be, and how far a clock may be changed by hand. */
export function NotificationsPage({ own, readOnly }: Props) {
  const { form, since, save, submit } = usePolicy(own, readOnly);
  const policy = part(form, 'policy');
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
          <Fields of={policy} rows={REACHES()} />
        </>
      ),
    },
    {
      key: 'limits',
      title: t('settings.notify.limits'),
      hint: t('settings.notify.limitsHint'),
      content: <Fields of={policy} rows={LIMITS(policy.value)} />,
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
