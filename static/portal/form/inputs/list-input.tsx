import Select from '@atlaskit/select';
import { useEffect, useRef, useState } from 'react';
import { namedOption, wordsIn } from '../../../../src/catalog/domain/field-types';
import type { FoundOptions } from '../../../../src/catalog/domain/call-answers';
import { plainTexts } from '../../../../src/catalog/domain/texts/plain-texts';
import { localized, t } from '../../../shared/i18n';
import { useListSearch } from '../list-search';
import { selectOf } from './select-looks';
import type { InputProps } from './types';

/** Asked for after a pause in typing. */
const DEBOUNCE_MS = 250;
/** Stands for the rest of what was found. */
const MORE = '@more';

/** One or several of a long list, found page by page and by typing. An answer has the words of its option with it. */
export function ListInput(props: InputProps) {
  const { field, answer, isRequired, onChange } = props;
  const isMulti = field.type === 'multiChoice';
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { found, isLoading, more } = useFound(field, typed, isOpen);
  const chosen = plainTexts(answer).map((value) => ({ value, label: localized(wordsIn(value)) }));
  const left = found.next === undefined ? 0 : found.total - found.next;
  const options = [
    ...found.options.map((option) => ({
      value: namedOption(option.id, option.label),
      label: localized(option.label),
    })),
    ...(left > 0 ? [{ value: MORE, label: t('portal.form.listMore', { count: left }) }] : []),
  ];
  const change = (next: readonly string[]): void => {
    if (next.includes(MORE)) return more();
    if (isMulti) return onChange(next);
    setOpen(false);
    onChange(next[0] ?? null);
  };
  const looks = {
    ...selectOf(props),
    isLoading,
    options,
    filterOption: null,
    loadingMessage: () => t('common.loading'),
    menuIsOpen: isOpen,
    closeMenuOnSelect: false,
    blurInputOnSelect: false,
    inputValue: typed,
    onMenuOpen: () => setOpen(true),
    onMenuClose: () => setOpen(false),
    onInputChange: (words: string, { action }: { readonly action: string }) => {
      if (action !== 'set-value') setTyped(words);
    },
  };
  return isMulti ? (
    <Select {...looks} isMulti value={chosen} onChange={(next) => change(next.map(({ value }) => value))} />
  ) : (
    <Select
      {...looks}
      isClearable={!isRequired}
      value={chosen[0] ?? null}
      onChange={(next) => change(next ? [next.value] : [])}
    />
  );
}

const NONE: FoundOptions = { options: [], total: 0 };

/** What was found so far. Nothing is asked before the menu is open; a search that fails finds nothing. */
function useFound(field: InputProps['field'], typed: string, isOpen: boolean) {
  const find = useListSearch();
  const [found, setFound] = useState(NONE);
  const [isLoading, setLoading] = useState(false);
  const turn = useRef(0);
  const ask = async (from: number): Promise<void> => {
    const mine = ++turn.current;
    setLoading(true);
    const page = await find(field, typed, from).catch(() => NONE);
    if (mine !== turn.current) return;
    setLoading(false);
    setFound((before) => (from === 0 ? page : { ...page, options: [...before.options, ...page.options] }));
  };
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setTimeout(() => void latest.current(0), typed === '' ? 0 : DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed, isOpen]);
  return { found, isLoading, more: () => void ask(found.next ?? 0) };
}
