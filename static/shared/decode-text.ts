/** Text of a file that somebody chose, whatever it is encoded in. */

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Nothing in the file says so: names should be looked at. */
  readonly isGuess: boolean;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Text of ASCII letters in UTF-16 has a zero in every second byte. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, 200);
  const zeros = (odd: number) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (zeros(1) > head.length / 4) return 'utf-16le';
  return zeros(0) > head.length / 4 ? 'utf-16be' : undefined;
}

/** Words of Cyrillic are letters side by side beyond ASCII; in Western languages such a letter mostly stands alone. */
function oneByteEncoding(bytes: Uint8Array): Encoding {
  let [letters, together] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte < 0xc0) return;
    letters += 1;
    if ((bytes[at - 1] ?? 0) >= 0xc0 || (bytes[at + 1] ?? 0) >= 0xc0) together += 1;
  });
  return together * 2 > letters ? 'windows-1251' : 'windows-1252';
}

const decode = (bytes: Uint8Array, encoding: Encoding, fatal: boolean): string =>
  new TextDecoder(encoding, { fatal }).decode(bytes);

/**
 * By its byte order mark, else as UTF-8 where all of it is, else as what it looks like, which is a guess. `wanted`: as
 * somebody said who looked at it.
 */
export function decodeText(bytes: Uint8Array, wanted?: Encoding): DecodedText {
  if (wanted !== undefined) return { text: decode(bytes, wanted, false), encoding: wanted, isGuess: false };
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const wide = marked ?? unmarkedUtf16(bytes);
  if (wide !== undefined)
    return { text: decode(bytes, wide, false), encoding: wide, isGuess: marked === undefined };
  try {
    return { text: decode(bytes, 'utf-8', true), encoding: 'utf-8', isGuess: false };
  } catch {
    const encoding = oneByteEncoding(bytes);
    return { text: decode(bytes, encoding, false), encoding, isGuess: true };
  }
}

/** What a chosen file holds. @throws DOMException when the browser can't read it (any more) */
export const bytesOf = (file: Blob): Promise<Uint8Array> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => fail(reader.error ?? new Error('The file can not be read.'));
    reader.readAsArrayBuffer(file);
  });
