/** Why something happened to a clock. */
import type { Catalogue } from '../../../kernel/words';
import en from './en.json';
import ru from './ru.json';

export const CAUSES: Catalogue = { en, ru };
