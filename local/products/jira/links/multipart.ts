import * as v from 'valibot';
import { badRequest } from '../../shared/product-error.ts';
import { type Call } from '../../shared/router.ts';

export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** What the bridge sends for a form with a file: the content in base64, possibly as a data URL. */
const bridgeSchema = v.looseObject({
  file: v.string(),
  __fileName: v.optional(v.string(), 'file'),
  __fileType: v.optional(v.string(), 'application/octet-stream'),
});

function fromBridge(text: string): UploadedFile[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), bridgeSchema), text);
  if (!parsed.success) throw badRequest('The form has no file in it.');
  const { file, __fileName, __fileType } = parsed.output;
  return [
    { name: __fileName, type: __fileType, content: Buffer.from(file.replace(/^data:[^,]*,/, ''), 'base64') },
  ];
}

/** The header lines and the bytes of one part; text comes as UTF-8 or, byte for byte, as latin-1. */
function fromPart(part: string): UploadedFile[] {
  const split = part.indexOf('\r\n\r\n');
  const head = part.slice(0, split);
  const name = /filename="([^"]*)"/i.exec(head)?.[1];
  if (split < 0 || name === undefined) return [];
  const type = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? 'application/octet-stream';
  const text = part.slice(split + 4).replace(/\r\n$/, '');
  const binary = /^content-transfer-encoding:\s*base64/im.test(head);
  return [{ name, type, content: Buffer.from(text, binary ? 'base64' : 'utf8') }];
}

/** The files of a multipart form, or of the JSON form that Custom UI's bridge sends instead. Throws 400 where there is none. */
export function filesOf(call: Call): UploadedFile[] {
  const body = call.rawBody ?? '';
  const boundary = /boundary="?([^";]+)"?/i.exec(call.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return fromBridge(body);
  const files = body
    .split(`--${boundary}`)
    .slice(1)
    .flatMap((part) => fromPart(part.replace(/^\r\n/, '')));
  if (files.length === 0) throw badRequest('The form has no file in it.');
  return files;
}
