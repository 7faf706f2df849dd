/** Who may have written a comment, seen from the request: those who ask, those who answer, apps, and everybody else. */
export const COMMENT_AUTHORS = ['requester', 'agent', 'other', 'app'] as const;
