/** Where a metric stands and why, for the command line; with the words it takes from causes. */
import type { Catalogue } from '../../../kernel/words';
import { CAUSES } from '../causes';
import en from './en.json';
import ru from './ru.json';

export const EXPLAIN: Catalogue = { en: { ...CAUSES.en, ...en }, ru: { ...CAUSES.ru, ...ru } };
