import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { isQuestion } from '../../../../src/catalog/domain/field-types';
import { fixedOptions } from '../../../../src/catalog/domain/form/mapped-values';
import type { FieldMapping, FormField, ValueSource } from '../../../../src/catalog/domain/model';
import { textsIn } from '../../../../src/catalog/domain/item/offered-item';
import { AddButton } from '../../../kit/controls/add-button';
import { Choice } from '../../../kit/controls/choice';
import { worded } from '../../../kit/controls/option';
import { Pick } from '../../../kit/controls/pick';
import { RemoveButton } from '../../../kit/controls/remove-button';
import { FindingsAt } from '../../../kit/editor-page/findings-at';
import { add, edit, type Element, elements, type Field, part } from '../../../kit/fields/field';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import type { CreateField } from '../../directory/use-create-screen';
import type { FieldCatalog, FieldOption } from '../../model/field-catalog';
import { questionOptions } from '../question-options';
import { FactSourceEditor } from './fact-source';
import { MatrixEditor, matrixQuestions } from './matrix-editor';
import { TargetValue } from './target-value';
import { nextTarget, type Target, targetOf, targetOptions } from './targets';
import { TemplateInput } from './template-input';
import { proposedMap, ValueMapEditor } from './value-map';

interface Around {
  readonly form: readonly FormField[];
  readonly screen: readonly CreateField[];
  readonly catalog: FieldCatalog;
}

/** What fills the fields of the work item: an answer, one value, a text with placeholders, or two answers together. */
export function MappingsEditor({ of, ...around }: Around & { readonly of: Field<readonly FieldMapping[]> }) {
  const { form, screen, catalog } = around;
  const options = targetOptions(screen, catalog);
  const make = (): FieldMapping => {
    const target = targetOf(nextTarget(of.value, screen, options), screen, catalog);
    return filledBy(form.some(isQuestion) ? 'answer' : 'constant', target, form);
  };
  return (
    <>
      {elements(of).map((mapping) => (
        <FindingsAt key={mapping.index} path={`fulfilment.${mapping.value.jiraField}`}>
          <MappingCard mapping={mapping} {...around} />
        </FindingsAt>
      ))}
      {!of.readOnly && (
        <AddButton onClick={() => add(of, make())}>{t('settings.fulfilment.addMapping')}</AddButton>
      )}
    </>
  );
}

function MappingCard({
  mapping,
  form,
  screen,
  catalog,
}: Around & { readonly mapping: Element<FieldMapping> }) {
  const { value, readOnly, remove } = mapping;
  const n = mapping.index + 1;
  const target = targetOf(value.jiraField, screen, catalog);
  const kinds: readonly ValueSource['kind'][] = [
    ...(form.some(isQuestion) || value.source.kind === 'answer' ? (['answer'] as const) : []),
    'constant',
    'template',
    'fact',
    ...(matrixQuestions(form).length > 1 || value.source.kind === 'matrix' ? (['matrix'] as const) : []),
  ];
  return (
    <div className={forms.card}>
      <div className={forms.row}>
        <Pick
          label={t('settings.fulfilment.jiraField', { n })}
          options={targetOptions(screen, catalog)}
          value={value.jiraField}
          readOnly={readOnly}
          onChange={(id) => {
            const { valueMap: _former, ...rest } = value;
            const map = mapOf(value.source, targetOf(id, screen, catalog), form);
            mapping.onChange({ ...rest, jiraField: id, ...(map && { valueMap: map }) });
          }}
        />
        <span aria-hidden="true">←</span>
        <Choice
          label={t('settings.fulfilment.kind', { n })}
          value={value.source.kind}
          readOnly={readOnly}
          options={worded('settings.fulfilment.kind', kinds)}
          onChange={(kind) => mapping.onChange(filledBy(kind, target, form))}
        />
        {!readOnly && <RemoveButton label={t('settings.fulfilment.removeMapping', { n })} onClick={remove} />}
      </div>
      <Source mapping={mapping} form={form} target={target} n={n} />
      {target.type === 'securitylevel' && (
        <SecurityNote mapping={value} ofViewer={screen.find(({ id }) => id === target.id)?.ofViewer ?? []} />
      )}
    </div>
  );
}

/** Jira tells the app its own levels and the viewer theirs: of anybody else only administrators of Jira can look. */
function SecurityNote({
  mapping,
  ofViewer,
}: {
  readonly mapping: FieldMapping;
  readonly ofViewer: readonly FieldOption[];
}) {
  const chosen = textsIn(mapping.source);
  const mapped = textsIn(mapping.valueMap);
  const own = ofViewer.filter(({ value }) => chosen.has(value) || mapped.has(value));
  return (
    <>
      {own.length > 0 && (
        <p className={forms.error} role="status">
          {t('settings.fulfilment.securityOwn', { levels: own.map(({ label }) => label).join(', ') })}
        </p>
      )}
      <p className={forms.hint}>{t('settings.fulfilment.securityHint')}</p>
    </>
  );
}

interface SourceProps {
  readonly mapping: Field<FieldMapping>;
  readonly form: readonly FormField[];
  readonly target: Target;
  readonly n: number;
}

function Source({ mapping, form, target, n }: SourceProps) {
  const { readOnly } = mapping;
  const { source } = mapping.value;
  switch (source.kind) {
    case 'constant':
      return (
        <TargetValue
          label={t('settings.fulfilment.constant', { n })}
          target={target}
          value={source.value}
          readOnly={readOnly}
          onChange={(value) => edit(mapping, { source: { kind: 'constant', value } })}
        />
      );
    case 'template':
      return (
        <TemplateInput
          label={t('settings.fulfilment.template', { n })}
          form={form}
          value={source.template}
          readOnly={readOnly}
          onChange={(template) => edit(mapping, { source: { kind: 'template', template } })}
        />
      );
    case 'matrix':
      return (
        <MatrixEditor of={{ ...part(mapping, 'source'), value: source }} form={form} target={target} n={n} />
      );
    case 'fact':
      return <FactSourceEditor of={{ ...part(mapping, 'source'), value: source }} target={target} n={n} />;
    case 'answer':
      return <AnswerSource mapping={mapping} field={source.field} form={form} target={target} n={n} />;
  }
}

function AnswerSource({ mapping, field, form, target, n }: SourceProps & { readonly field: string }) {
  const [inOtherWords, setInOtherWords] = useState(false);
  const question = form.find(({ id }) => id === field);
  const hasOptions = question !== undefined && fixedOptions(question).length > 0;
  const isMapped = hasOptions && (inOtherWords || !isFreeText(mapping, target));
  return (
    <>
      <Pick
        label={t('settings.fulfilment.answer', { n })}
        options={questionOptions(form.filter(isQuestion))}
        value={field}
        readOnly={mapping.readOnly}
        onChange={(id) => mapping.onChange(filledBy('answer', target, form, id))}
      />
      {isMapped && (
        <ValueMapEditor of={part(mapping, 'valueMap')} question={question} target={target} n={n} />
      )}
      {hasOptions && !isMapped && !mapping.readOnly && (
        <Button onClick={() => setInOtherWords(true)}>{t('settings.fulfilment.otherWords', { n })}</Button>
      )}
    </>
  );
}

/** A text takes an option by its name: a table of values would only be in the way. */
const isFreeText = ({ value: { valueMap } }: Field<FieldMapping>, { type, values }: Target): boolean =>
  type === 'string' && values.length === 0 && valueMap === undefined;

const mapOf = (source: ValueSource, target: Target, form: readonly FormField[]): FieldMapping['valueMap'] =>
  source.kind === 'answer'
    ? proposedMap(
        form.find(({ id }) => id === source.field),
        target,
      )
    : undefined;

/** A mapping of a kind that begins with what the form offers. */
function filledBy(
  kind: ValueSource['kind'],
  target: Target,
  form: readonly FormField[],
  field = form.find(isQuestion)?.id ?? '',
): FieldMapping {
  const source = firstSource(kind, form, field);
  const valueMap = mapOf(source, target, form);
  return { jiraField: target.id, source, ...(valueMap && { valueMap }) };
}

function firstSource(kind: ValueSource['kind'], form: readonly FormField[], field: string): ValueSource {
  switch (kind) {
    case 'answer':
      return { kind, field };
    case 'constant':
      return { kind, value: '' };
    case 'template':
      return { kind, template: '' };
    case 'fact':
      return { kind, fact: '@place', values: {} };
    case 'matrix': {
      const [rows, columns] = matrixQuestions(form);
      return { kind, rows: rows?.id ?? '', columns: columns?.id ?? '', values: {} };
    }
  }
}
