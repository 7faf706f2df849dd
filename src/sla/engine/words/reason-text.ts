import { known } from './known';
import type { Words } from './names';

/** What a pause reason is called. */
export const reasonText = (reason: string, words: Words): string => known('sla.cause.pause', reason, words);
