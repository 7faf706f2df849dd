/** Whether a text is an address of the web: nothing else is ever opened from one. */
export const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);
