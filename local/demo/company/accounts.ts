import { createHash } from 'node:crypto';

/**
 * The account id of somebody of the company by the name they sign in with: shaped as Atlassian's are, with a colon
 * that every address, query and storage key has to bear. The same on every machine.
 */
export function account(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return `712020:${parts.join('-')}-${hex.slice(20, 32)}`;
}
