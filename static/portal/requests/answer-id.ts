/** Where the requester writes to the team: below the messages, and on a phone below everything else. */
export const ANSWER_ID = 'message';
