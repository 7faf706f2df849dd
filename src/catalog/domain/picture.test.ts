import * as v from 'valibot';
import { MOST_PICTURE_BYTES, pictureSchema, pictureType } from './picture';

const base64 = (...bytes: readonly (string | number)[]): string =>
  Buffer.concat(
    bytes.map((each) => (typeof each === 'string' ? Buffer.from(each, 'latin1') : Buffer.alloc(each))),
  ).toString('base64');
const isTaken = (picture: string): boolean => v.safeParse(pictureSchema, picture).success;

it.each([
  ['image/jpeg', base64('\xff\xd8\xff\xe0', 40)],
  ['image/png', base64('\x89PNG\r\n\x1a\n', 40)],
  ['image/webp', base64('RIFF\x01\x02\x03\x04WEBPVP8 ', 40)],
])('%s is known by how it begins', (type, picture) => {
  expect(pictureType(picture)).toBe(type);
  expect(isTaken(picture)).toBe(true);
});

it.each([
  ['SVG', base64('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['HTML', base64('<!doctype html><script>alert(1)</script>')],
  ['GIF', base64('GIF89a', 40)],
  ['sound in the same container as WebP', base64('RIFF\x01\x02\x03\x04WAVEfmt ', 40)],
  ['an address of data', `data:image/png;base64,${base64('\x89PNG\r\n\x1a\n', 40)}`],
  ['what goes on after a picture', `${base64('\xff\xd8\xff', 42)}"><script>`],
  ['next to nothing', base64('\xff\xd8\xff')],
  ['nothing', ''],
])('%s is no picture', (_, picture) => {
  expect(isTaken(picture)).toBe(false);
});

it('is taken up to its size and no further', () => {
  expect(isTaken(base64('\xff\xd8\xff', MOST_PICTURE_BYTES - 3))).toBe(true);
  expect(isTaken(base64('\xff\xd8\xff', MOST_PICTURE_BYTES - 2))).toBe(false);
});
