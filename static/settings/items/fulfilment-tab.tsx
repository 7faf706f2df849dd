import type { Fulfilment, RequesterActions } from '../../../src/catalog/domain/model';
import { named, type Option } from '../../kit/controls/option';
import { WordsInput } from '../../kit/controls/words-input';
import { number, own, pick } from '../../kit/fields/controls';
import { part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { useCreateScreen } from '../directory/use-create-screen';
import { statusesIn, type TypeStatus, useSpaceTypes } from '../directory/use-space-types';
import { MappingsEditor } from './fulfilment/mappings-editor';
import { StagesEditor } from './fulfilment/stages-editor';
import { TemplateInput } from './fulfilment/template-input';
import type { ItemTabProps } from './item-tab-props';
import { oneStatus } from './status-choice';

/** Which Jira issue a request becomes, how answers fill its fields, and what its statuses mean to the requester. */
export function FulfilmentTab({ item, catalog }: ItemTabProps) {
  const fulfilment = part(item, 'fulfilment');
  const { projectId, issueTypeId } = fulfilment.value;
  const types = useSpaceTypes(projectId);
  const statuses = statusesIn(types, issueTypeId);
  const screen = useCreateScreen(fulfilment.value);
  // While Jira tells none of the space, one of the site's is better than none.
  const offered = types.length > 0 ? named(types) : projectId === '' ? [] : catalog.valuesOf('issuetype');
  return (
    <div className={forms.panel}>
      <Fields
        of={{
          ...fulfilment,
          // Work types belong to their space: another one has its own.
          onChange: (next) =>
            fulfilment.onChange({
              ...next,
              projectKey: catalog.projectKey(next.projectId),
              ...(next.projectId !== projectId && { issueTypeId: '' }),
            }),
        }}
        rows={WORK_ITEM(catalog.valuesOf('project'), offered, item.value.form)}
      />
      <h3 className={forms.heading}>{t('settings.stages')}</h3>
      <p className={forms.hint}>{t('settings.stagesHint')}</p>
      <StagesEditor item={item} statuses={statuses} catalog={catalog} />
      <h3 className={forms.heading}>{t('settings.actions')}</h3>
      <p className={forms.hint}>{t('settings.actionsHint')}</p>
      <Fields of={part(item, 'actions')} rows={ACTIONS(item.value.actions, statuses, catalog)} />
      <h3 className={forms.heading}>{t('settings.fulfilment.mappings')}</h3>
      <p className={forms.hint}>{t('settings.fulfilment.mappingsHint')}</p>
      <FindingsAt path="fulfilment.mappings">
        <MappingsEditor
          of={part(fulfilment, 'mappings')}
          form={item.value.form}
          screen={screen}
          catalog={catalog}
        />
      </FindingsAt>
      <Fields of={fulfilment} rows={LABELS} />
    </div>
  );
}

const WORK_ITEM = (
  spaces: readonly Option[],
  types: readonly Option[],
  form: ItemTabProps['item']['value']['form'],
): readonly Row<Fulfilment>[] => [
  { key: 'projectId', label: 'settings.fulfilment.project', half: true, control: pick(spaces) },
  { key: 'issueTypeId', label: 'settings.fulfilment.issueType', half: true, control: pick(types) },
  {
    key: 'summary',
    label: 'settings.fulfilment.summary',
    control: own((row) => <TemplateInput {...row} form={form} />, 'input'),
  },
];

const LABELS: readonly Row<Fulfilment>[] = [
  {
    key: 'labels',
    label: 'settings.fulfilment.labels',
    help: 'settings.fulfilment.labelsHint',
    control: own((row) => <WordsInput {...row} write={(word) => word.replace(/\s+/g, '-')} />, 'input'),
  },
];

const BY_STATUS = [
  'confirmToStatusId',
  'reopenToStatusId',
  'cancelToStatusId',
  'answeredToStatusId',
] as const;

const ACTIONS = (
  actions: RequesterActions,
  statuses: readonly TypeStatus[],
  catalog: ItemTabProps['catalog'],
): readonly Row<RequesterActions>[] => [
  ...BY_STATUS.map((key) => ({
    key,
    label: `settings.actions.${key}`,
    half: true,
    control: oneStatus(statuses, actions[key], catalog, 'settings.actions.none'),
  })),
  {
    key: 'reopenWithinDays',
    label: 'settings.actions.reopenWithinDays',
    help: 'settings.actions.reopenWithinDaysHint',
    half: true,
    control: number({ isWhole: true, max: 365 }),
  },
];
