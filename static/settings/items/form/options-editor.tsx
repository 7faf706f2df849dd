import IconButton from '@atlaskit/button/icon/button';
import PeopleGroupIcon from '@atlaskit/icon/core/people-group';
import { type ReactNode, useState } from 'react';
import { MOST_OPTIONS } from '../../../../src/catalog/domain/field-types';
import type { ChoiceOption } from '../../../../src/catalog/domain/model';
import { AddButton } from '../../../kit/controls/add-button';
import { NumberInput } from '../../../kit/controls/amount-field';
import { GroupList } from '../../../kit/controls/group-list';
import { languageName, LanguagesSwitch, useLanguages } from '../../../kit/controls/languages';
import { OrderedList } from '../../../kit/controls/ordered-list';
import { replaced } from '../../../kit/controls/reorder';
import { edit, orNone, part, type Field } from '../../../kit/fields/field';
import forms from '../../../kit/forms.module.css';
import type { Drawn } from '../../../kit/fields/controls';
import { localized, t } from '../../../shared/i18n';
import { newId } from '../../model/new-id';
import { TextPair } from '../text-pair';
import styles from './builder.module.css';
import { PasteOptions } from './paste-options';

const newOption = (): ChoiceOption => ({ id: newId('option'), label: { en: '' } });

/** Options of a choice in order, with what each adds to the price. Answers keep the option's id, so a renamed option loses nothing. */
export function OptionsEditor({
  value: options = [],
  readOnly,
  onChange,
}: Drawn<readonly ChoiceOption[] | undefined>) {
  const { shown } = useLanguages();
  return (
    <>
      {options.length > 0 && (
        <div className={`${forms.note} ${styles.columns}`} aria-hidden="true">
          {shown.map((language) => (
            <span key={language}>{languageName(language)}</span>
          ))}
          <span>{t('settings.form.addedPrice')}</span>
        </div>
      )}
      <OrderedList
        elements={options}
        nameOf={({ label }, n) => localized(label) || t('settings.form.nthOption', { n })}
        readOnly={readOnly}
        onChange={onChange}
        render={(value, index, controls) => (
          <OptionRow
            option={{
              value,
              path: String(index),
              readOnly,
              onChange: (next) => onChange(replaced(options, index, next)),
            }}
            n={index + 1}
          >
            {controls}
          </OptionRow>
        )}
      />
      {options.length > 0 && <LanguagesSwitch />}
      <p className={forms.hint}>
        {t('settings.form.optionCount', { count: options.length, most: MOST_OPTIONS })}
      </p>
      {!readOnly && options.length < MOST_OPTIONS && (
        <div>
          <AddButton onClick={() => onChange([...options, newOption()])}>
            {t('settings.form.addOption')}
          </AddButton>
          <PasteOptions options={options} most={MOST_OPTIONS} words="short" onChange={onChange} />
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly option: Field<ChoiceOption>;
  readonly n: number;
  readonly children: ReactNode;
}

function OptionRow({ option, n, children }: RowProps) {
  const { price, ...rest } = option.value;
  const groups = part(option, 'groups');
  const [isLimited, setLimited] = useState(groups.value !== undefined);
  return (
    <>
      <div className={`${forms.row} ${styles.option}`}>
        <TextPair
          isWide
          nameIn={(language) => t('settings.form.option', { n, language })}
          {...part(option, 'label')}
        />
        <NumberInput
          label={t('settings.form.optionPrice', { n })}
          min={-Infinity}
          width={84}
          value={price}
          readOnly={option.readOnly}
          onChange={(amount) =>
            amount === undefined ? option.onChange(rest) : edit(option, { price: amount })
          }
        />
        <IconButton
          appearance="subtle"
          icon={PeopleGroupIcon}
          label={t('settings.form.optionFor', { n })}
          isSelected={isLimited}
          aria-expanded={isLimited}
          onClick={() => setLimited(!isLimited)}
        />
        <span className={styles.marks}>{children}</span>
      </div>
      {isLimited && <GroupList label={t('settings.form.optionGroups', { n })} {...orNone(groups)} />}
    </>
  );
}
