import { NotAnIcsError, parseIcs } from '../../../src/sla/definitions/domain/ics';
import { bytesOf, decodeText } from '../../shared/decode-text';
import type { Found } from '../model/import-offer';

/** Larger than any export of a calendar; the browser would be busy for long. */
const MOST_BYTES = 20_000_000;

export type FileFault = 'notIcs' | 'tooLarge' | 'notReadable';

/** What an ICS file holds, and whether its encoding is a guess; or why it can't be read. `now`: UTC ms. */
export async function readIcsFile(
  file: File,
  zone: string,
  now: number,
): Promise<(Found & { readonly guessed?: string }) | { readonly fault: FileFault }> {
  if (file.size > MOST_BYTES) return { fault: 'tooLarge' };
  try {
    const { text, encoding, isGuess } = decodeText(await bytesOf(file));
    return { ...parseIcs(text, zone, now), ...(isGuess && { guessed: encoding }) };
  } catch (error) {
    return { fault: error instanceof NotAnIcsError ? 'notIcs' : 'notReadable' };
  }
}
