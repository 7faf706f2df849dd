import type { ChoiceOption } from '../../../src/catalog/domain/model';
import { type Field, part } from '../../kit/fields/field';
import { RowList } from '../../kit/fields/row-list';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { newId } from '../model/new-id';
import { TextPair } from './text-pair';

/** Options of a choice in both languages. Answers keep the option's id, so a renamed option loses nothing. */
export const OptionsEditor = ({ options }: { readonly options: Field<readonly ChoiceOption[]> }) => (
  <div>
    <span className={forms.label}>{t('settings.form.options')}</span>
    <RowList
      of={options}
      adds={t('settings.form.addOption')}
      make={() => ({ id: newId('option'), label: { en: '' } })}
      removes={(_, n) => t('settings.form.removeOption', { n })}
      row={(option, n) => (
        <TextPair
          nameIn={(language) => t('settings.form.option', { n, language })}
          {...part(option, 'label')}
        />
      )}
    />
  </div>
);
