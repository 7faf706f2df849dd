/** What is said of findings in SLA definitions. */
import en from './en.json';
import ru from './ru.json';
import type { Catalogue } from '../../../kernel/words';

export const FINDINGS: Catalogue = { en, ru };
