import { createContext, useContext } from 'react';
import type { FoundOptions } from '../../../src/catalog/domain/call-answers';
import type { FormField } from '../../../src/catalog/domain/model';
import { call } from '../../shared/api';
import { askedFor } from '../for-whom/for-whom';

/** A page of the options of a question's long list that fit what was typed, after so many. */
export type FindOptions = (field: FormField, typed: string, from: number) => Promise<FoundOptions>;

const MOST_FOUND = 50;

/** As its editors find them: in the list that the form has while it is edited. */
export const findInParts: FindOptions = ({ optionList }, typed, from) =>
  call('catalog.options', { parts: [...(optionList?.parts ?? [])], typed, from, most: MOST_FOUND });

/** As those find them who may order the item. */
export const findInItem =
  (itemId: string): FindOptions =>
  ({ id: field }, typed, from) =>
    call('portal.options', { itemId, field, typed, from, most: MOST_FOUND, ...askedFor() });

/** Outside of an item's page, as editors do. */
const ListSearch = createContext(findInParts);
export const ListSearchProvider = ListSearch.Provider;
export const useListSearch = (): FindOptions => useContext(ListSearch);
