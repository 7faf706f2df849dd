/** Parts of answers that many calls have. */
import * as v from 'valibot';

/** A text in the languages somebody wrote it in. */
export const textAnswer = v.object({ en: v.string(), ru: v.optional(v.string()) });
