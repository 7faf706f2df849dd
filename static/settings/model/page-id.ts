/** The id of a Confluence page from its address, or the id itself; what is neither is taken as it stands. */
export function pageIdOf(input: string): string {
  const text = input.trim();
  return /\/pages\/(?:edit-v2\/|edit\/)?(\d+)/.exec(text)?.[1] ?? /[?&]pageId=(\d+)/.exec(text)?.[1] ?? text;
}
