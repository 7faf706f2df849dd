import type { Words } from './names';

/** The words for what the app knows under a prefix of codes; itself where an admin or a person wrote it. */
export function known(prefix: string, text: string, { say }: Words): string {
  const code = `${prefix}.${text}`;
  const words = say(code);
  return words === code ? text : words;
}
