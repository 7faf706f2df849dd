/** What a file is, by what it holds: a name is anybody's word. */
import { byName, isProgramByName, type Look } from './file-kinds';

/** So many bytes of a file tell what it is. */
export const HEAD_BYTES = 4_096;

/** Bytes as text with a character for each. */
const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const begins =
  (...starts: readonly string[]) =>
  (head: Uint8Array): boolean =>
    starts.some((start) => ascii(head, 0, start.length) === start);

/** No bytes that no text has: a file in UTF-16 begins with its mark. */
const isText = (head: Uint8Array): boolean =>
  begins('\xff\xfe', '\xfe\xff')(head) || !head.some((byte) => byte === 0 || (byte < 9 && byte > 0));

const LOOKS: Readonly<Record<Look, (head: Uint8Array) => boolean>> = {
  png: begins('\x89PNG\r\n\x1a\n'),
  jpeg: begins('\xff\xd8\xff'),
  gif: begins('GIF87a', 'GIF89a'),
  riff: begins('RIFF'),
  bmp: begins('BM'),
  tiff: begins('II*\0', 'MM\0*'),
  pdf: (head) => ascii(head, 0, 1_024).includes('%PDF-'),
  zip: begins('PK\x03\x04', 'PK\x05\x06'),
  ole: begins('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  rtf: begins('{\\rtf'),
  '7z': begins("7z\xbc\xaf'\x1c"),
  gzip: begins('\x1f\x8b'),
  rar: begins('Rar!\x1a\x07'),
  iso: (head) => ascii(head, 4, 8) === 'ftyp',
  matroska: begins('\x1aE\xdf\xa3'),
  mp3: (head) => begins('ID3')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
  ogg: begins('OggS'),
  text: isText,
};

/** Programs of Windows, Linux and macOS, and what a shell runs. */
const isProgram = begins(
  'MZ',
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '#!',
);

/** Why a file is not taken, by its name and its first bytes: it runs, or is not what its name says. `null` for one that is fine. */
export function contentProblem(name: string, head: Uint8Array): 'fileProgram' | 'fileMismatch' | null {
  if (isProgramByName(name) || isProgram(head)) return 'fileProgram';
  const known = byName(name);
  return known !== null && !LOOKS[known.look](head) ? 'fileMismatch' : null;
}
