import { Suspense, useId } from 'react';
import type { FormField, RuleEffect, Text } from '../../../../src/catalog/domain/model';
import { Choice } from '../../../kit/controls/choice';
import { LocalizedInput } from '../../../kit/controls/localized-input';
import { worded } from '../../../kit/controls/option';
import { Pick } from '../../../kit/controls/pick';
import { ValueList } from '../../../kit/controls/value-list';
import type { Field } from '../../../kit/fields/field';
import forms from '../../../kit/forms.module.css';
import { localized, t } from '../../../shared/i18n';
import { SkeletonLines } from '../../../shared/skeleton-lines';
import { DestinationEditor } from '../destination-editor';
import { AnswerInput } from './lazy-answer-input';
import { useFilled } from './options-of-jira';

const EFFECTS = [
  'show',
  'hide',
  'require',
  'readOnly',
  'set',
  'clear',
  'offer',
  'keep',
  'relabel',
  'help',
  'refuse',
  'block',
  'lead',
] as const satisfies readonly RuleEffect['do'][];

interface Props {
  readonly effect: Field<RuleEffect>;
  readonly form: readonly FormField[];
  readonly n: number;
}

/** One thing that a rule does: what, to which field, and with what. */
export function EffectEditor({ effect, form, n }: Props) {
  const { value, readOnly, onChange } = effect;
  const field = 'field' in value ? form.find(({ id }) => id === value.field) : undefined;
  return (
    <>
      <Choice
        label={t('settings.rule.effect', { n })}
        value={value.do}
        readOnly={readOnly}
        options={worded('settings.rule.do', EFFECTS)}
        onChange={(what) => onChange(effectOf(what, form, value))}
      />
      {'field' in value && (
        <Pick
          label={t('settings.rule.effectField', { n })}
          value={value.field}
          readOnly={readOnly}
          options={form
            // Which of thousands are offered is said by the list itself.
            .filter(({ id, optionList }) => id === value.field || value.do !== 'offer' || !optionList)
            .map(({ id, label }) => ({ value: id, label: localized(label) }))}
          onChange={(id) => onChange(effectOf(value.do, form, { do: 'show', field: id }))}
        />
      )}
      <div className={forms.grow}>
        <With effect={effect} field={field} />
      </div>
    </>
  );
}

/** What an effect needs beside its field. */
function With({
  effect,
  field,
}: {
  readonly effect: Field<RuleEffect>;
  readonly field: FormField | undefined;
}) {
  const id = useId();
  const filled = useFilled();
  const { value, readOnly, onChange } = effect;
  if (value.do === 'set' && field !== undefined)
    return (
      <Suspense fallback={<SkeletonLines height={40} count={1} />}>
        <AnswerInput
          key={field.id}
          label={t('settings.rule.value')}
          field={field}
          answer={value.value}
          readOnly={readOnly}
          onChange={(answer) => onChange({ ...value, value: answer })}
        />
      </Suspense>
    );
  if (value.do === 'offer')
    return (
      <ValueList
        label={t('settings.rule.options')}
        value={value.options}
        options={(field ? (filled(field).options ?? []) : []).map((option) => ({
          value: option.id,
          label: localized(option.label),
        }))}
        readOnly={readOnly}
        onChange={(options) => onChange({ ...value, options })}
      />
    );
  if (!('text' in value)) return null;
  const text = (
    <LocalizedInput
      id={id}
      multiline={value.do === 'lead'}
      label={t(`settings.rule.${value.do === 'block' || value.do === 'refuse' ? value.do : 'text'}Text`)}
      value={value.text}
      readOnly={readOnly}
      onChange={(next) => onChange({ ...value, text: next })}
    />
  );
  if (value.do !== 'lead') return text;
  return (
    <>
      {text}
      <div className={forms.row}>
        <DestinationEditor
          label={t('settings.lead')}
          kinds={['none', 'item', 'page', 'url']}
          value={value.to}
          readOnly={readOnly}
          onChange={(to) => onChange({ do: value.do, ...(to && { to }), text: value.text })}
        />
      </div>
    </>
  );
}

/** An effect of another kind on the same field, which keeps the words of the former. */
export function effectOf(
  what: RuleEffect['do'],
  form: readonly FormField[],
  former?: RuleEffect,
): RuleEffect {
  const field = former && 'field' in former ? former.field : (form[0]?.id ?? '');
  const text: Text = former && 'text' in former ? former.text : { en: '' };
  switch (what) {
    case 'block':
    case 'lead':
      return { do: what, text };
    case 'relabel':
    case 'help':
    case 'refuse':
      return { do: what, field, text };
    case 'set':
      return { do: what, field, value: null };
    case 'offer':
      return { do: what, field, options: [] };
    default:
      return { do: what, field };
  }
}
