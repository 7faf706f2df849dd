import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import { isQuestion } from '../../../src/catalog/domain/field-types';
import type { FieldMapping, Fulfilment, Stage } from '../../../src/catalog/domain/model';
import { t, localized } from '../../shared/i18n';
import { useTypeStatuses } from '../directory/use-type-statuses';
import { replaced, without } from '../../kit/controls/reorder';
import { withStages } from '../model/stages-from-statuses';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';
import { ValueList } from '../../kit/controls/value-list';
import type { ItemTabProps } from './item-editor';

const NONE = '';

/** Which Jira issue a request becomes, how answers fill its fields, and what its statuses mean to the requester. */
export function FulfilmentTab({ content, catalog, readOnly, onChange }: ItemTabProps) {
  const { fulfilment } = content;
  const statuses = useTypeStatuses(fulfilment);
  const known = new Set(content.stages.flatMap(({ statusIds }) => statusIds));
  const edit = (change: Partial<Fulfilment>) =>
    onChange({ ...content, fulfilment: { ...fulfilment, ...change } });
  const projects = catalog.valuesOf('project');
  const answers = content.form
    .filter(isQuestion)
    .map((field) => ({ value: field.id, label: localized(field.label) }));
  return (
    <div className={forms.panel}>
      <div className={forms.pair}>
        <div className={forms.field}>
          <span className={forms.label}>{t('settings.fulfilment.project')}</span>
          <Choice
            label={t('settings.fulfilment.project')}
            value={fulfilment.projectId}
            isDisabled={readOnly}
            options={[{ value: NONE, label: t('kit.choose') }, ...projects]}
            onChange={(projectId) => edit({ projectId, projectKey: catalog.projectKey(projectId) })}
          />
        </div>
        <div className={forms.field}>
          <span className={forms.label}>{t('settings.fulfilment.issueType')}</span>
          <Choice
            label={t('settings.fulfilment.issueType')}
            value={fulfilment.issueTypeId}
            isDisabled={readOnly}
            options={[{ value: NONE, label: t('kit.choose') }, ...catalog.valuesOf('issuetype')]}
            onChange={(issueTypeId) => edit({ issueTypeId })}
          />
        </div>
      </div>
      <LabelledField
        id="item-summary-template"
        label={t('settings.fulfilment.summary')}
        hint={t('settings.fulfilment.summaryHint')}
      >
        <Textfield
          id="item-summary-template"
          isReadOnly={readOnly}
          value={fulfilment.summary}
          onChange={(event) => edit({ summary: event.currentTarget.value })}
        />
      </LabelledField>
      <h3 className={forms.heading}>{t('settings.fulfilment.mappings')}</h3>
      <p className={forms.hint}>{t('settings.fulfilment.mappingsHint')}</p>
      {fulfilment.mappings.map((mapping, index) => (
        <MappingRow
          key={index}
          n={index + 1}
          mapping={mapping}
          answers={answers}
          fields={catalog.fields}
          readOnly={readOnly}
          onChange={(next) => edit({ mappings: replaced(fulfilment.mappings, index, next) })}
          onRemove={() => edit({ mappings: without(fulfilment.mappings, index) })}
        />
      ))}
      {!readOnly && answers[0] !== undefined && (
        <Button
          appearance="subtle"
          iconBefore={AddIcon}
          onClick={() =>
            edit({
              mappings: [
                ...fulfilment.mappings,
                { jiraField: 'priority', source: { kind: 'answer', field: answers[0]?.value ?? '' } },
              ],
            })
          }
        >
          {t('settings.fulfilment.addMapping')}
        </Button>
      )}
      <h3 className={forms.heading}>{t('settings.stages')}</h3>
      <p className={forms.hint}>{t('settings.stagesHint')}</p>
      {content.stages.map((stage, index) => (
        <StageRow
          key={stage.id}
          stage={stage}
          statuses={catalog.valuesOf('status')}
          readOnly={readOnly}
          onChange={(next) => onChange({ ...content, stages: replaced(content.stages, index, next) })}
        />
      ))}
      {!readOnly && (
        <div>
          <Button
            iconBefore={AddIcon}
            isDisabled={statuses.every(({ id }) => known.has(id))}
            onClick={() => onChange(withStages(content, statuses))}
          >
            {t('settings.stages.fromStatuses')}
          </Button>
          {statuses.length === 0 && <p className={forms.hint}>{t('settings.stages.noStatuses')}</p>}
        </div>
      )}
    </div>
  );
}

interface MappingProps {
  readonly n: number;
  readonly mapping: FieldMapping;
  readonly answers: readonly { readonly value: string; readonly label: string }[];
  readonly fields: readonly { readonly value: string; readonly label: string }[];
  readonly readOnly: boolean;
  readonly onChange: (mapping: FieldMapping) => void;
  readonly onRemove: () => void;
}

function MappingRow({ n, mapping, answers, fields, readOnly, onChange, onRemove }: MappingProps) {
  const known = fields.some((field) => field.value === mapping.jiraField)
    ? fields
    : [...fields, { value: mapping.jiraField, label: mapping.jiraField }];
  return (
    <div className={forms.row}>
      <Choice
        label={t('settings.fulfilment.jiraField', { n })}
        value={mapping.jiraField}
        isDisabled={readOnly}
        options={known}
        onChange={(jiraField) => onChange({ ...mapping, jiraField })}
      />
      <span aria-hidden="true">←</span>
      {mapping.source.kind === 'answer' ? (
        <Choice
          label={t('settings.fulfilment.answer', { n })}
          value={mapping.source.field}
          isDisabled={readOnly}
          options={answers}
          onChange={(field) => onChange({ ...mapping, source: { kind: 'answer', field } })}
        />
      ) : (
        <code>{mapping.source.kind === 'constant' ? mapping.source.value : mapping.source.template}</code>
      )}
      {!readOnly && (
        <IconButton
          appearance="subtle"
          spacing="compact"
          icon={CrossIcon}
          label={t('settings.fulfilment.removeMapping', { n })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

interface StageProps {
  readonly stage: Stage;
  readonly statuses: readonly { readonly value: string; readonly label: string }[];
  readonly readOnly: boolean;
  readonly onChange: (stage: Stage) => void;
}

function StageRow({ stage, statuses, readOnly, onChange }: StageProps) {
  return (
    <div className={forms.row}>
      {(['en', 'ru'] as const).map((language) => (
        <Textfield
          key={language}
          isCompact
          width={170}
          lang={language}
          aria-label={t('settings.stage.name', { language: t(`kit.language.${language}`) })}
          value={stage.name[language] ?? ''}
          isReadOnly={readOnly}
          onChange={(event) =>
            onChange({ ...stage, name: { ...stage.name, [language]: event.currentTarget.value } })
          }
        />
      ))}
      <ValueList
        label={t('settings.stage.statuses', { stage: localized(stage.name) })}
        options={statuses}
        values={stage.statusIds}
        readOnly={readOnly}
        onChange={(statusIds) => onChange({ ...stage, statusIds })}
      />
    </div>
  );
}
