import { mayBeIn } from '../../../../src/catalog/domain/form/check-form';
import { DEFAULT_CURRENCY, MOST_FILES, MOST_MB } from '../../../../src/catalog/domain/field-types';
import { FILE_KINDS } from '../../../../src/catalog/domain/files/file-kinds';
import type { FieldSetting, FormField } from '../../../../src/catalog/domain/model';
import { worded } from '../../../kit/controls/option';
import {
  choice,
  localized,
  mapped,
  maybe,
  maybeLocalized,
  maybeNumber,
  maybeSome,
  own,
  several,
  text,
} from '../../../kit/fields/controls';
import type { Row } from '../../../kit/fields/fields';
import { measureOf } from '../../../shared/measures';
import { TemplateInput } from '../fulfilment/template-input';
import { LongList } from './long-list';
import { CellsEditor } from './cells-editor';
import { OptionSource } from './options-of-jira';
import { OptionsEditor } from './options-editor';
import { PatternEditor } from './pattern-editor';

const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'RUB',
  'PLN',
  'CZK',
  'SEK',
  'NOK',
  'DKK',
  'JPY',
  'CNY',
  'INR',
].map((value) => ({ value, label: value }));

/** What every field says. */
export const WORDS = {
  label: { key: 'label', label: 'settings.form.label', control: localized() },
  help: { key: 'help', label: 'settings.form.help', control: maybeLocalized() },
} satisfies Record<string, Row<FormField>>;

/** A limit in the units of the field's type; empty for none. */
const limit =
  (key: 'min' | 'max' | 'step') =>
  ({ type }: FormField): Row<FormField> => ({
    key,
    label: `settings.form.${key}`,
    half: true,
    control: maybeNumber({ min: key === 'step' ? 0 : -Infinity, width: 160, measure: measureOf(type) }),
  });

/** So many characters or days; empty for no limit. */
const count = (key: 'minLength' | 'maxLength' | 'minWorkingDays') => (): Row<FormField> => ({
  key,
  label: `settings.form.${key}`,
  half: true,
  control: maybeNumber({ isWhole: true, max: key === 'minWorkingDays' ? 366 : 10_000, width: 160 }),
});

/** The row of each setting that a type may have. */
type SettingRow = (field: FormField, form: readonly FormField[]) => Row<FormField>;
export const SETTING_ROWS: Readonly<Record<FieldSetting, SettingRow>> = {
  placeholder: () => ({
    key: 'placeholder',
    label: 'settings.form.placeholder',
    help: 'settings.form.placeholderHelp',
    control: maybeLocalized(),
  }),
  options: ({ type }) => ({
    key: 'options',
    label: 'settings.form.options',
    ...(type === 'cascade' && { help: 'settings.form.levels' }),
    control: own((row) => <OptionsEditor {...row} />),
  }),
  jiraField: () => ({
    key: 'jiraField',
    label: 'settings.form.jiraField',
    control: own((row) => <OptionSource {...row} />, 'input'),
  }),
  optionList: () => ({
    key: 'optionList',
    label: 'settings.form.options',
    control: own((row) => <LongList {...row} />),
  }),
  cells: () => ({
    key: 'cells',
    label: 'settings.form.cells',
    control: own((row) => <CellsEditor {...row} />),
  }),
  min: limit('min'),
  max: (field) =>
    field.type === 'file'
      ? {
          key: 'max',
          label: 'settings.form.max.file',
          half: true,
          control: maybeNumber({ isWhole: true, min: 1, max: MOST_FILES, width: 160 }),
        }
      : limit('max')(field),
  maxSize: () => ({
    key: 'maxSize',
    label: 'settings.form.maxSize',
    half: true,
    control: maybeNumber({ isWhole: true, min: 1, max: MOST_MB, width: 160 }),
  }),
  kinds: () => ({
    key: 'kinds',
    label: 'settings.form.kinds',
    help: 'settings.form.kindsHelp',
    control: maybeSome(several(worded('fileKind', FILE_KINDS))),
  }),
  step: limit('step'),
  currency: () => ({
    key: 'currency',
    label: 'settings.form.currency',
    half: true,
    control: mapped(
      choice(CURRENCIES),
      (code: string | undefined) => code ?? DEFAULT_CURRENCY,
      (code): string | undefined => code,
    ),
  }),
  columns: () => ({
    key: 'columns',
    label: 'settings.form.columns',
    control: mapped(
      choice(['1', '2', '3'].map((value) => ({ value, label: value }))),
      (columns: number | undefined) => String(columns ?? 1),
      (columns) => (columns === '1' ? undefined : Number(columns)),
    ),
  }),
  minLength: count('minLength'),
  maxLength: count('maxLength'),
  pattern: () => ({
    key: 'pattern',
    label: 'settings.form.pattern',
    help: 'settings.form.patternHelp',
    control: own((row) => <PatternEditor {...row} />, 'input'),
  }),
  minWorkingDays: count('minWorkingDays'),
  jql: () => ({
    key: 'jql',
    label: 'settings.form.jql',
    help: 'settings.form.jqlHelp',
    control: maybe(text({ maxLength: 1_000 })),
  }),
  formula: ({ id, type }, form) => ({
    key: 'formula',
    label: `settings.form.formula.${type}`,
    help: `settings.form.formulaHelp.${type}`,
    control: maybe(
      own(
        (row) => (
          <TemplateInput
            {...row}
            form={form.filter((other) => other.id !== id && mayBeIn(type, other))}
            isFormula
          />
        ),
        'input',
      ),
    ),
  }),
  body: () => ({
    key: 'body',
    label: 'settings.form.body',
    help: 'settings.form.bodyHelp',
    control: maybeLocalized(true),
  }),
};
