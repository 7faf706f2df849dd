/** Options that a choice takes from elsewhere: an answer has the option's id there, and the words by which it was chosen. */

/** What nobody types, so that answers of other questions are never taken for these. */
const BETWEEN = '\u001f';

/** Such an option as rules name it. */
export const NAMED_OPTION = new RegExp(`^\\w{1,64}${BETWEEN}.{1,255}$`);

export const namedOption = (id: string, words: string): string => `${id}${BETWEEN}${words}`;

/** The id alone; an answer that has no words is its id. */
export const idIn = (answer: string): string => answer.split(BETWEEN, 1)[0] ?? '';

/** The words alone; an answer that has none is shown by its id. */
export const wordsIn = (answer: string): string => answer.slice(answer.indexOf(BETWEEN) + 1);
