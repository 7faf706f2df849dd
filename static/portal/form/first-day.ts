import { createContext, useContext } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { firstDayOf } from '../../shared/first-day';

const FirstDayContext = createContext<ItemPage['firstDay']>('locale');
export const FirstDayProvider = FirstDayContext.Provider;

/** The day with which the calendars of a form begin a week. */
export const useFirstDay = () => firstDayOf(useContext(FirstDayContext) ?? 'locale');
