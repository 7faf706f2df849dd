import { MOST_COLUMNS } from '../../../../src/catalog/domain/field-types';
import type { TableColumn } from '../../../../src/catalog/domain/model';
import { Checkbox } from '../../../kit/controls/checkbox';
import { OneOf } from '../../../kit/controls/one-of';
import { LanguagesSwitch } from '../../../kit/controls/languages';
import type { Drawn } from '../../../kit/fields/controls';
import { part, seenAs } from '../../../kit/fields/field';
import { RowList } from '../../../kit/fields/row-list';
import { localized, t } from '../../../shared/i18n';
import { newId } from '../../model/new-id';
import { TextPair } from '../text-pair';

const TYPES = ['text', 'number'] as const;

/** The columns of a table, each with a name and what it takes. Answers keep their order: what is moved is another column. */
export function CellsEditor(row: Drawn<readonly TableColumn[] | undefined>) {
  const { value = [] } = row;
  const make = (): TableColumn => ({ id: newId('column'), label: { en: '' }, type: 'text', required: true });
  return (
    <>
      <RowList
        of={{ ...row, value }}
        removes={({ label }, n) => t('settings.form.removeColumn', { name: localized(label) || n })}
        adds={t('settings.form.addColumn')}
        make={value.length < MOST_COLUMNS ? make : undefined}
        row={(column, n) => (
          <>
            <TextPair
              nameIn={(language) => t('settings.form.column', { n, language })}
              {...part(column, 'label')}
            />
            <OneOf
              label={t('settings.form.columnType', { n })}
              words="settings.form.columnTypes"
              values={TYPES}
              {...part(column, 'type')}
            />
            <Checkbox
              label={t('settings.form.columnRequired')}
              {...seenAs(
                part(column, 'required'),
                (isRequired) => isRequired ?? false,
                (isRequired) => isRequired,
              )}
            />
          </>
        )}
      />
      {value.length > 0 && <LanguagesSwitch />}
    </>
  );
}
