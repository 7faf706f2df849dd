import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { getMimeType } from 'hono/utils/mime';

/** The file of a folder at a path of an address; undefined where there is none, or it would lie outside. */
export function fileWithin(root: string, inside: string): string | undefined {
  const file = path.resolve(root, `./${decodeURIComponent(inside)}`);
  if (!file.startsWith(`${path.resolve(root)}${path.sep}`)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}

export const bytesOf = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(file));

export const typeOf = (file: string): string => getMimeType(file) ?? 'application/octet-stream';
