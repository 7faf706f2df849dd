import { decodeText } from './decode-text';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : [...part])));
const utf16 = (text: string) => [...Buffer.from(text, 'utf16le')];
/** Cyrillic letters as Windows-1251 has them. */
const cyrillic = (text: string) => [...text].map((sign) => sign.charCodeAt(0) - 0x410 + 0xc0);

describe('decodeText', () => {
  it.each([
    ['UTF-8', bytes('Zeit für alle'), 'Zeit für alle', 'utf-8', false],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'Zeit'), 'Zeit', 'utf-8', false],
    ['UTF-16 with a mark', bytes([0xff, 0xfe], utf16('Zeit: Время')), 'Zeit: Время', 'utf-16le', false],
    ['UTF-16 without one', bytes(utf16('metric;target')), 'metric;target', 'utf-16le', true],
    ['Western letters', bytes('L', [0xf6], 'sungszeit'), 'Lösungszeit', 'windows-1252', true],
    ['Cyrillic letters', bytes('metric;', cyrillic('Решение')), 'metric;Решение', 'windows-1251', true],
  ])('reads %s', (_, source, text, encoding, isGuess) => {
    expect(decodeText(source, undefined)).toEqual({ text, encoding, isGuess });
  });

  it('reads it as somebody says who looked at it', () => {
    expect(decodeText(bytes(cyrillic('Решение')), 'windows-1252')).toMatchObject({ isGuess: false });
    expect(decodeText(bytes([0xd0]), 'windows-1251').text).toBe('Р');
  });
});
