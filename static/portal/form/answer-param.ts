/** What stands before a question's key in an address that answers it. */
export const ANSWER_PARAM = 'answer.';
