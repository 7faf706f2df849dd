import Textfield from '@atlaskit/textfield';
import type { FormCondition, FormField } from '../../../src/catalog/domain/model';
import { t, localized } from '../../shared/i18n';
import { Choice } from '../shared/choice';
import forms from '../shared/forms.module.css';

interface Props {
  readonly field: FormField;
  /** Fields above it: a field can depend only on these, so no two can depend on each other. */
  readonly others: readonly FormField[];
  readonly readOnly: boolean;
  readonly onChange: (field: FormField) => void;
}

const ALWAYS = '';

type Simple = Extract<FormCondition, { readonly value: string }>;

/** "Show only when an earlier answer is …". Conditions of more parts, made by import, are kept and named. */
export function VisibilityEditor({ field, others, readOnly, onChange }: Props) {
  const rule = field.visibleWhen;
  if (rule !== undefined && !isSimple(rule))
    return <p className={forms.hint}>{t('settings.form.complexCondition')}</p>;
  const source = others.find((other) => other.id === rule?.field);
  const write = (visibleWhen: Simple | undefined) => {
    const { visibleWhen: _old, ...rest } = field;
    onChange(visibleWhen === undefined ? rest : { ...rest, visibleWhen });
  };
  const values = source === undefined ? [] : valuesOf(source);
  return (
    <div className={forms.row}>
      <span className={forms.label}>{t('settings.form.visible')}</span>
      <Choice
        label={t('settings.form.visibleField')}
        value={rule?.field ?? ALWAYS}
        isDisabled={readOnly || others.length === 0}
        options={[
          { value: ALWAYS, label: t('settings.form.always') },
          ...others
            .filter((other) => other.type !== 'info')
            .map((other) => ({ value: other.id, label: localized(other.label) })),
        ]}
        onChange={(id) =>
          write(id === ALWAYS ? undefined : { field: id, op: 'is', value: firstValue(others, id) })
        }
      />
      {rule !== undefined && source !== undefined && (
        <>
          <span>{t('settings.form.is')}</span>
          {values.length > 0 ? (
            <Choice
              label={t('settings.form.visibleValue')}
              value={rule.value}
              isDisabled={readOnly}
              options={values}
              onChange={(value) => write({ ...rule, value })}
            />
          ) : (
            <Textfield
              isCompact
              width={160}
              aria-label={t('settings.form.visibleValue')}
              value={rule.value}
              isReadOnly={readOnly}
              onChange={(event) => write({ ...rule, value: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </div>
  );
}

const isSimple = (rule: FormCondition): rule is Simple =>
  'op' in rule && (rule.op === 'is' || rule.op === 'isNot' || rule.op === 'contains');

function valuesOf(field: FormField): readonly { readonly value: string; readonly label: string }[] {
  if (field.type === 'yesNo') {
    return ['true', 'false'].map((value) => ({
      value,
      label: t(`settings.form.${value === 'true' ? 'yes' : 'no'}`),
    }));
  }
  return (field.options ?? []).map((option) => ({ value: option.id, label: localized(option.label) }));
}

function firstValue(others: readonly FormField[], id: string): string {
  const source = others.find((other) => other.id === id);
  return source === undefined ? '' : (valuesOf(source)[0]?.value ?? '');
}
