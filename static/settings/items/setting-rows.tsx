import Textfield from '@atlaskit/textfield';
import type { ComponentType } from 'react';
import { rulesOf } from '../../../src/catalog/domain/field-types';
import type { FieldSetting, FormField } from '../../../src/catalog/domain/model';
import { LabelledField } from '../../kit/controls/labelled-field';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { measureOf } from '../../shared/measures';
import { useNumberText } from '../../shared/use-number-text';
import { OptionsEditor } from './options-editor';

interface Props {
  readonly field: FormField;
  readonly readOnly: boolean;
  readonly onChange: (field: FormField) => void;
}

const Options = ({ field, readOnly, onChange }: Props) => (
  <OptionsEditor
    options={field.options ?? []}
    readOnly={readOnly}
    onChange={(options) => onChange({ ...field, options })}
  />
);

/** A limit of a measure, in its units; empty for none. */
const limit = (name: 'min' | 'max') =>
  function Limit({ field, readOnly, onChange }: Props) {
    const id = `field-${field.id}-${name}`;
    const write = (value: number | undefined) => {
      const { [name]: _old, ...rest } = field;
      onChange(value === undefined ? rest : { ...rest, [name]: value });
    };
    const measure = measureOf(field.type);
    const { text, problem, ...typing } = useNumberText(field[name], write, () => true, measure);
    return (
      <LabelledField id={id} label={t(`settings.form.${name}`)} error={problem}>
        <Textfield
          id={id}
          width={160}
          placeholder={measure.example?.()}
          value={text}
          isReadOnly={readOnly}
          isInvalid={problem !== undefined}
          {...typing}
        />
      </LabelledField>
    );
  };

/** How each setting is edited; `null` where it comes by import only. */
const ROWS: Readonly<Record<FieldSetting, ComponentType<Props> | null>> = {
  options: Options,
  min: limit('min'),
  max: limit('max'),
  minLength: null,
  maxLength: null,
  pattern: null,
  minWorkingDays: null,
};

/** The settings that the field's type has, each in its row. */
export function SettingRows(props: Props) {
  const { type } = props.field;
  const rows = rulesOf(props.field).settings.flatMap((setting) => {
    const Row = ROWS[setting];
    return Row === null ? [] : [<Row key={`${type}.${setting}`} {...props} />];
  });
  return rows.length === 0 ? null : <div className={forms.pair}>{rows}</div>;
}
