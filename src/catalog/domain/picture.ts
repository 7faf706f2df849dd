/** Pictures of items: small enough for one stored value, and nothing but pictures whatever they are called. */
import * as v from 'valibot';
import type { ItemPicture } from './model';
import { textSchema } from './texts/text-schema';

/** Bytes of a picture; base64 makes a third more of them, which one value has room for. */
export const MOST_PICTURE_BYTES = 150_000;

/** By what they begin with. SVG is none of them: it may hold scripts and addresses. */
const TYPES: readonly (readonly [type: string, begins: (head: string) => boolean])[] = [
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/webp', (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8)],
];
/** Base64 of the twelve bytes that tell a type. */
const HEAD = /^[A-Za-z0-9+/]{16}/;

/** What the bytes of a picture (base64) say they are; nothing for what is no picture of these types. */
export function pictureType(picture: string): string | undefined {
  const [head] = HEAD.exec(picture) ?? [];
  return head && TYPES.find(([, begins]) => begins(atob(head)))?.[0];
}

/** A picture as it is sent, stored and carried by files: base64. */
export const pictureSchema = v.pipe(
  v.string(),
  v.maxLength((MOST_PICTURE_BYTES / 3) * 4),
  v.base64(),
  v.check((picture) => pictureType(picture) !== undefined),
);

export const pictureLabelSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));

/** What an item says of its picture. */
export const itemPictureSchema: v.GenericSchema<unknown, ItemPicture> = v.strictObject({
  label: pictureLabelSchema,
  width: pixels,
  height: pixels,
  alt: textSchema(500),
});
