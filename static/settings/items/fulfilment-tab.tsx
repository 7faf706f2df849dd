import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import { isQuestion } from '../../../src/catalog/domain/field-types';
import type { FieldMapping, Fulfilment, Stage } from '../../../src/catalog/domain/model';
import { Choice } from '../../kit/controls/choice';
import type { Option } from '../../kit/controls/option';
import { Pick } from '../../kit/controls/pick';
import { ValueList } from '../../kit/controls/value-list';
import { choice, text } from '../../kit/fields/controls';
import { edit, elements, type Field, part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import { RowList } from '../../kit/fields/row-list';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { useTypeStatuses } from '../directory/use-type-statuses';
import type { FieldCatalog } from '../model/field-catalog';
import { withStages } from '../model/stages-from-statuses';
import type { ItemTabProps } from './item-editor';
import { TextPair } from './text-pair';

const WORK_ITEM = (catalog: FieldCatalog): readonly Row<Fulfilment>[] => {
  const one = (field: string) => choice([{ value: '', label: t('kit.choose') }, ...catalog.valuesOf(field)]);
  return [
    { key: 'projectId', label: 'settings.fulfilment.project', half: true, control: one('project') },
    { key: 'issueTypeId', label: 'settings.fulfilment.issueType', half: true, control: one('issuetype') },
    {
      key: 'summary',
      label: 'settings.fulfilment.summary',
      help: 'settings.fulfilment.summaryHint',
      control: text(),
    },
  ];
};

/** Which Jira issue a request becomes, how answers fill its fields, and what its statuses mean to the requester. */
export function FulfilmentTab({ item, catalog }: ItemTabProps) {
  const fulfilment = part(item, 'fulfilment');
  const answers = item.value.form
    .filter(isQuestion)
    .map((field) => ({ value: field.id, label: localized(field.label) }));
  return (
    <div className={forms.panel}>
      <Fields
        of={{
          ...fulfilment,
          onChange: (next) =>
            fulfilment.onChange({ ...next, projectKey: catalog.projectKey(next.projectId) }),
        }}
        rows={WORK_ITEM(catalog)}
      />
      <h3 className={forms.heading}>{t('settings.fulfilment.mappings')}</h3>
      <p className={forms.hint}>{t('settings.fulfilment.mappingsHint')}</p>
      <Mappings of={part(fulfilment, 'mappings')} answers={answers} fields={catalog.fields} />
      <h3 className={forms.heading}>{t('settings.stages')}</h3>
      <p className={forms.hint}>{t('settings.stagesHint')}</p>
      <Stages item={item} statuses={catalog.valuesOf('status')} />
    </div>
  );
}

interface MappingsProps {
  readonly of: Field<readonly FieldMapping[]>;
  readonly answers: readonly Option[];
  readonly fields: readonly Option[];
}

/** What fills the fields of the work item: an answer each; constants and templates come by import. */
function Mappings({ of, answers, fields }: MappingsProps) {
  const [first] = answers;
  return (
    <RowList<FieldMapping>
      of={of}
      adds={t('settings.fulfilment.addMapping')}
      make={first && (() => ({ jiraField: 'priority', source: { kind: 'answer', field: first.value } }))}
      removes={(_, n) => t('settings.fulfilment.removeMapping', { n })}
      row={(mapping, n) => {
        const { source } = mapping.value;
        return (
          <>
            <Pick
              label={t('settings.fulfilment.jiraField', { n })}
              options={fields}
              {...part(mapping, 'jiraField')}
            />
            <span aria-hidden="true">←</span>
            {source.kind === 'answer' ? (
              <Choice
                label={t('settings.fulfilment.answer', { n })}
                value={source.field}
                readOnly={of.readOnly}
                options={answers}
                onChange={(field) => edit(mapping, { source: { kind: 'answer', field } })}
              />
            ) : (
              <code>{source.kind === 'constant' ? source.value : source.template}</code>
            )}
          </>
        );
      }}
    />
  );
}

/** What requesters are told while the work item is in which statuses. */
function Stages({ item, statuses }: Pick<ItemTabProps, 'item'> & { readonly statuses: readonly Option[] }) {
  const stages = part(item, 'stages');
  const ofType = useTypeStatuses(item.value.fulfilment);
  const known = new Set(stages.value.flatMap(({ statusIds }) => statusIds));
  return (
    <>
      {elements<Stage>(stages).map((stage) => (
        <div key={stage.value.id} className={forms.row}>
          <TextPair nameIn={(language) => t('settings.stage.name', { language })} {...part(stage, 'name')} />
          <ValueList
            label={t('settings.stage.statuses', { stage: localized(stage.value.name) })}
            options={statuses}
            {...part(stage, 'statusIds')}
          />
        </div>
      ))}
      {!item.readOnly && (
        <div>
          <Button
            iconBefore={AddIcon}
            isDisabled={ofType.every(({ id }) => known.has(id))}
            onClick={() => item.onChange(withStages(item.value, ofType))}
          >
            {t('settings.stages.fromStatuses')}
          </Button>
          {ofType.length === 0 && <p className={forms.hint}>{t('settings.stages.noStatuses')}</p>}
        </div>
      )}
    </>
  );
}
