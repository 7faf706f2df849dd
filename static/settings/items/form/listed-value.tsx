import { useId } from 'react';
import { namedOption, wordsIn } from '../../../../src/catalog/domain/field-types';
import type { FormField } from '../../../../src/catalog/domain/model';
import type { Bound } from '../../../kit/controls/bound';
import { findInParts } from '../../../portal/form/list-search';
import { localized, t } from '../../../shared/i18n';
import { type Found, SearchSelect } from '../../../shared/search-select';

interface Props extends Bound<string> {
  readonly label: string;
  readonly field: FormField;
}

/** One option of a question's long list, with its English words: so a condition says it without reading the list. */
export function ListedValue({ label, field, value, readOnly, onChange }: Props) {
  const id = useId();
  const search = async (typed: string): Promise<readonly Found[]> =>
    (await findInParts(field, typed, 0)).options.map((option) => ({
      value: namedOption(option.id, option.label.en),
      label: localized(option.label),
    }));
  return (
    <SearchSelect
      key={field.id}
      inputId={id}
      label={label}
      value={value === '' ? null : { value, label: wordsIn(value).en }}
      placeholder={t('settings.form.listSearch')}
      nothing={t('settings.form.listNothing')}
      isDisabled={readOnly}
      isClearable={false}
      search={search}
      onChange={(option) => option !== null && onChange(option)}
    />
  );
}
