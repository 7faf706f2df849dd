/** What the page of people opens beside somebody by their account: a table of many. */
export const CSV = 'csv';
