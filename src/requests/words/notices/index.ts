/** What the app writes on the work item of a request. */
import type { Catalogue } from '../../../kernel/words';
import en from './en.json';
import ru from './ru.json';

export const NOTICES: Catalogue = { en, ru };
