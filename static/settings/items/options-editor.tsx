import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import type { ChoiceOption } from '../../../src/catalog/domain/model';
import { t } from '../../shared/i18n';
import { newId } from '../model/new-id';
import { replaced, without } from '../../kit/controls/reorder';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly options: readonly ChoiceOption[];
  readonly readOnly: boolean;
  readonly onChange: (options: readonly ChoiceOption[]) => void;
}

/** Options of a choice in both languages. Answers keep the option's id, so a renamed option loses nothing. */
export function OptionsEditor({ options, readOnly, onChange }: Props) {
  return (
    <div>
      <span className={forms.label}>{t('settings.form.options')}</span>
      {options.map((option, index) => (
        <div key={option.id} className={forms.row}>
          {(['en', 'ru'] as const).map((language) => (
            <Textfield
              key={language}
              isCompact
              width={200}
              lang={language}
              aria-label={t('settings.form.option', {
                n: index + 1,
                language: t(`kit.language.${language}`),
              })}
              value={option.label[language] ?? ''}
              isReadOnly={readOnly}
              onChange={(event) =>
                onChange(
                  replaced(options, index, {
                    ...option,
                    label: { ...option.label, [language]: event.currentTarget.value },
                  }),
                )
              }
            />
          ))}
          {!readOnly && (
            <IconButton
              appearance="subtle"
              spacing="compact"
              icon={CrossIcon}
              label={t('settings.form.removeOption', { n: index + 1 })}
              onClick={() => onChange(without(options, index))}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          appearance="subtle"
          spacing="compact"
          iconBefore={AddIcon}
          onClick={() => onChange([...options, { id: newId('option'), label: { en: '' } }])}
        >
          {t('settings.form.addOption')}
        </Button>
      )}
    </div>
  );
}
