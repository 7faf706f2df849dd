/** What escalations tell people, in comments and mails. */
import type { Catalogue } from '../../../kernel/words';
import en from './en.json';
import ru from './ru.json';

export const ESCALATION: Catalogue = { en, ru };
