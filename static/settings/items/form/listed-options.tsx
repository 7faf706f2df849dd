import Button from '@atlaskit/button/default/button';
import { useMemo, useState } from 'react';
import { type ListedOption, matching, MOST_LISTED } from '../../../../src/catalog/domain/form/option-list';
import { AddButton } from '../../../kit/controls/add-button';
import { LanguagesSwitch } from '../../../kit/controls/languages';
import { OrderedList } from '../../../kit/controls/ordered-list';
import { TextInput } from '../../../kit/controls/text-input';
import forms from '../../../kit/forms.module.css';
import { localized, t } from '../../../shared/i18n';
import { newId } from '../../model/new-id';
import { TextPair } from '../text-pair';
import styles from './builder.module.css';
import { PasteOptions } from './paste-options';

const PAGE = 50;

interface Props {
  readonly options: readonly ListedOption[];
  readonly readOnly: boolean;
  readonly onChange: (options: readonly ListedOption[]) => void;
}

/** The options of a long list, a page at a time: searched, named in each language, put in order, added one by one or as a table. */
export function ListedOptions({ options, readOnly, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [start, setStart] = useState(0);
  const found = useMemo(() => {
    const fits = new Set(matching(options, typed));
    // In the order of the list, which is edited here: not the best ones first.
    return options.filter((option) => fits.has(option));
  }, [options, typed]);
  const from = Math.min(start, Math.max(0, Math.ceil(found.length / PAGE) - 1) * PAGE);
  const page = found.slice(from, from + PAGE);
  const lastPage = (count: number): number => Math.floor(Math.max(0, count - 1) / PAGE) * PAGE;
  const all = (next: readonly ListedOption[]): void => {
    setTyped('');
    setStart(lastPage(next.length));
    onChange(next);
  };
  return (
    <>
      <p className={forms.hint}>{t('settings.form.listHint')}</p>
      <div className={forms.toolbar}>
        <TextInput
          label={t('settings.form.listSearch')}
          placeholder={t('settings.form.listSearch')}
          width={240}
          isCompact
          value={typed}
          readOnly={false}
          onChange={(words) => {
            setTyped(words);
            setStart(0);
          }}
        />
        {options.length > 0 && (
          <>
            <span role="status">
              {t('settings.form.listPage', {
                from: Math.min(from + 1, found.length),
                to: from + page.length,
                of: found.length,
              })}
            </span>
            <span>
              <Button isDisabled={from === 0} onClick={() => setStart(from - PAGE)}>
                {t('settings.form.listBefore')}
              </Button>{' '}
              <Button isDisabled={from + PAGE >= found.length} onClick={() => setStart(from + PAGE)}>
                {t('settings.form.listNext')}
              </Button>
            </span>
          </>
        )}
      </div>
      <OrderedList
        elements={page}
        nameOf={({ label }, n) => localized(label) || t('settings.form.nthOption', { n: from + n })}
        readOnly={readOnly}
        onChange={(next) => onChange(withPage(options, page, next))}
        render={(option, index, controls) => (
          <div className={`${forms.row} ${styles.option}`}>
            <TextPair
              isWide
              nameIn={(language) => t('settings.form.option', { n: from + index + 1, language })}
              value={option.label}
              readOnly={readOnly}
              onChange={(label) =>
                onChange(options.map((each) => (each.id === option.id ? { ...each, label } : each)))
              }
            />
            <span className={styles.marks}>{controls}</span>
          </div>
        )}
      />
      <LanguagesSwitch />
      {wrongIn(options).map((wrong) => (
        <p key={wrong} className={forms.error}>
          {wrong}
        </p>
      ))}
      {!readOnly && options.length < MOST_LISTED && (
        <div>
          <AddButton onClick={() => all([...options, { id: newId('option'), label: { en: '' } }])}>
            {t('settings.form.addOption')}
          </AddButton>
          <PasteOptions
            options={options}
            most={MOST_LISTED}
            words="long"
            onChange={(next) => all(next.map(({ id, label }) => ({ id, label })))}
          />
        </div>
      )}
    </>
  );
}

/** The list with the options of a page in another order, or without some of them. */
function withPage(
  options: readonly ListedOption[],
  page: readonly ListedOption[],
  next: readonly ListedOption[],
): readonly ListedOption[] {
  const shown = new Set(page);
  const left = [...next];
  return options.flatMap((option) => (shown.has(option) ? (left.shift() ?? []) : [option]));
}

/** What keeps people from telling the options apart. */
function wrongIn(options: readonly ListedOption[]): readonly string[] {
  const names = options.map(({ label }) => label.en.trim());
  const blank = names.filter((name) => name === '').length;
  const known = new Set<string>();
  const twice = [...new Set(names.filter((name) => name !== '' && known.size === known.add(name).size))];
  return [
    ...(blank > 0 ? [t('settings.form.listBlank', { count: blank })] : []),
    ...(twice[0] !== undefined
      ? [t('settings.form.listTwice', { count: twice.length, name: twice[0] })]
      : []),
  ];
}
