import {
  DEFAULT_BANDS,
  DEFAULT_DISPLAY,
  showsForecasts,
  type SlaDisplay,
} from '../../../src/sla/definitions/domain/display/model';
import { useEdited } from '../../kit/unsaved/use-edited';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
import type { PageProps } from '../pages';
import { Checkbox } from '../../kit/controls/checkbox';
import { SettingsForm } from '../shared/settings-form';
import { useSave } from '../shared/use-save';
import { BandsFields } from './bands-fields';
import { ForecastsSection } from './forecasts-section';
import { GroupFieldSelect } from './group-field-select';

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'readOnly' | 'onChanged'>;

/** How clocks are shown to everybody. Nothing here changes what is measured. */
export function DisplayPage({ definitions, catalog, readOnly, onChanged }: Props) {
  const [draft, setDraft, accept] = useEdited<SlaDisplay>(definitions.display ?? DEFAULT_DISPLAY);
  const save = useSave();
  const submit = () =>
    save.run(async () => {
      const saved = await call('sla.saveDisplay', { version: definitions.version, display: draft });
      accept(draft, draft);
      onChanged(saved.definitions, saved.problems);
      return t('settings.display.saved');
    });
  return (
    <>
      <SettingsForm
        title={t('settings.tab.display')}
        intro={t('settings.display.intro')}
        save={save}
        readOnly={readOnly}
        onSubmit={() => void submit()}
      >
        <GroupFieldSelect
          display={draft}
          fields={catalog.fields}
          readOnly={readOnly}
          onChange={(groupField) => {
            const { groupField: _former, ...rest } = draft;
            setDraft(groupField === undefined ? rest : { ...rest, groupField });
          }}
        />
        <BandsFields
          bands={draft.bands ?? DEFAULT_BANDS}
          readOnly={readOnly}
          onChange={(bands) => setDraft({ ...draft, bands })}
        />
        <Checkbox
          label={t('settings.forecast.show')}
          hint={t('settings.forecast.showHint')}
          checked={showsForecasts(draft)}
          readOnly={readOnly}
          onChange={(forecasts) => setDraft({ ...draft, forecasts })}
        />
      </SettingsForm>
      <ForecastsSection metrics={definitions.metrics} readOnly={readOnly} />
    </>
  );
}
