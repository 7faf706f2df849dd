import type { SlaDisplay } from '../../../src/sla/definitions/domain/display/model';
import { MOST_ADDED, SHOWN } from '../../../src/sla/definitions/domain/display/schema';
import { moreLanguages, ValueList, worded } from '../../kit/controls';
import { Fields, mapped, own as drawn, part, pick, type Row, settingRows } from '../../kit/fields';
import { t } from '../../shared/i18n';
import type { FieldOption } from '../model/field-catalog';
import type { OwnProps, PageProps } from '../page-props';
import type { SectionValue } from '../shared/section';
import { SettingsForm } from '../shared/settings-form';
import { BandsFields } from './bands-fields';
import { ForecastsSection } from './forecasts-section';
import { useDisplay } from './use-display';

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'readOnly' | 'onImported'> &
  Pick<OwnProps<SectionValue<SlaDisplay>>, 'own'>;

/** Jira's own Team field, and no field at all. */
const OWN = 'own';
const NONE = 'none';

const ROWS = (fields: readonly FieldOption[]): readonly Row<SlaDisplay>[] => [
  {
    key: 'groupField',
    label: 'settings.display.groupField',
    help: 'settings.display.groupFieldHint',
    control: mapped(
      pick([
        ...worded('settings.display.groupField', [OWN, NONE]),
        ...fields.filter(({ value }) => value.startsWith('customfield_')),
      ]),
      (field) => (field === undefined ? OWN : (field ?? NONE)),
      (chosen) => (chosen === OWN ? undefined : chosen === NONE ? null : chosen),
    ),
  },
  ...settingRows(SHOWN, 'settings.display'),
];

const LANGUAGES: readonly Row<SlaDisplay>[] = [
  {
    key: 'languages',
    label: 'settings.display.languages',
    help: 'settings.display.languagesHint',
    control: drawn(({ value, ...row }) => {
      const options = moreLanguages().filter(
        (each) => value.length < MOST_ADDED || value.includes(each.value),
      );
      return <ValueList {...row} value={value} options={options} />;
    }),
  },
];

/** How clocks are shown to everybody. Nothing here changes what is measured. */
export function DisplayPage({ definitions, catalog, readOnly, own, onImported }: Props) {
  const { form, save, submit } = useDisplay(own, readOnly, onImported);
  const sections = [
    {
      key: 'clocks',
      title: t('settings.display.clocks'),
      content: <Fields of={form} rows={ROWS(catalog.fields)} />,
    },
    {
      key: 'bands',
      title: t('settings.display.bands'),
      hint: t('settings.display.bandsHint'),
      content: <BandsFields bands={part(form, 'bands')} />,
    },
    {
      key: 'languages',
      title: t('settings.display.texts'),
      hint: t('settings.display.textsHint'),
      content: <Fields of={form} rows={LANGUAGES} />,
    },
  ];
  return (
    <>
      <SettingsForm
        page="display"
        intro={t('settings.display.intro')}
        sections={sections}
        save={save}
        readOnly={readOnly}
        onSubmit={submit}
      />
      <ForecastsSection metrics={definitions.metrics} readOnly={readOnly} />
    </>
  );
}
