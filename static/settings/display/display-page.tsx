import { useState } from 'react';
import {
  DEFAULT_BANDS,
  showsForecasts,
  type SlaDisplay,
} from '../../../src/sla/definitions/domain/display/model';
import { useEdited } from '../../kit/unsaved/use-edited';
import { t } from '../../shared/i18n';
import type { OwnProps, PageProps } from '../pages';
import { Checkbox } from '../../kit/controls/checkbox';
import { SettingsForm } from '../shared/settings-form';
import { saveSection, type SectionValue } from '../shared/section';
import { useSave } from '../shared/use-save';
import { BandsFields } from './bands-fields';
import { ForecastsSection } from './forecasts-section';
import { GroupFieldSelect } from './group-field-select';

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'readOnly'> &
  Pick<OwnProps<SectionValue<SlaDisplay>>, 'own'>;

/** How clocks are shown to everybody. Nothing here changes what is measured. */
export function DisplayPage({ definitions, catalog, readOnly, own }: Props) {
  const [draft, setDraft, accept] = useEdited(own.value);
  const [rev, setRev] = useState(own.rev);
  const save = useSave();
  const submit = () =>
    save.run(async () => {
      setRev(await saveSection('display', draft, rev));
      accept(draft, draft);
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
