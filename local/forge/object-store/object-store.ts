import { createHash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Db } from '../../kernel/types';
import { jsonAnswer, type PlatformAnswer } from '../products/product-calls';
import type { Body } from '../worker/protocol';

/** The limits that Forge documents. */
const MAX_OBJECT_BYTES = 1024 ** 3;
const MAX_REQUEST_BYTES = 1024;
const SIGNED_MS = 3_600_000;
const DIGESTS = { SHA1: 'sha1', SHA256: 'sha256' } as const;

const named = v.object({ key: v.pipe(v.string(), v.minLength(1)) });
const upload = v.object({
  ...named.entries,
  length: v.pipe(v.number(), v.integer(), v.minValue(0), v.ltValue(MAX_OBJECT_BYTES)),
  checksum: v.string(),
  checksumType: v.picklist(Object.keys(DIGESTS) as (keyof typeof DIGESTS)[]),
  ttlSeconds: v.optional(v.pipe(v.number(), v.minValue(1))),
  overwrite: v.optional(v.boolean(), true),
});

type Upload = v.InferOutput<typeof upload>;
type Signed = { readonly until: number } & (
  | { readonly kind: 'upload'; readonly wanted: Upload }
  | { readonly kind: 'download'; readonly key: string }
);

interface Row {
  readonly bytes: Uint8Array;
  readonly checksum: string;
  readonly content_type: string;
  readonly created_at: number;
}

/** What reaches an address that was signed. */
export interface SignedCall {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

const plain = (status: number): PlatformAnswer => ({ status, headers: {}, body: undefined });

/**
 * The Object Store of one installation: what the SDK asks of it, and what its signed addresses then take and give. An address
 * is good for an hour and for one object; of an upload, length and digest must be those that it was signed for.
 */
export class ObjectStore {
  /** Where the signed addresses are served. */
  origin = '';
  private readonly signed = new Map<string, Signed>();

  constructor(
    private readonly db: Db,
    private readonly now: () => number,
  ) {}

  /** Answers one request of the SDK; its path begins with `api/v1/`. What there is not is a 404, as the SDK expects. */
  answer(path: string, body: string): PlatformAnswer {
    if (Buffer.byteLength(body) > MAX_REQUEST_BYTES)
      return jsonAnswer(413, { code: 'PAYLOAD_TOO_LARGE', message: 'A request holds 1 kB at most.' });
    const operation = this.operations[path];
    if (operation === undefined) return jsonAnswer(404, { code: 'NOT_FOUND', message: `No ${path}.` });
    try {
      return operation(JSON.parse(body) as unknown);
    } catch (error) {
      if (!(error instanceof v.ValiError || error instanceof SyntaxError)) throw error;
      return jsonAnswer(400, { code: 'INVALID_REQUEST', message: error.message });
    }
  }

  /** Whether an address is one of the store's. */
  owns = (url: string): boolean => this.origin !== '' && url.startsWith(`${this.origin}/fos/app/`);

  /** Takes or gives what an address was signed for. */
  serve({ path, method, headers, body }: SignedCall): PlatformAnswer {
    const url = new URL(path, this.origin || 'http://objects.invalid');
    const sign = this.signed.get(url.pathname);
    if (sign === undefined || sign.until <= this.now()) return plain(403);
    if (sign.kind === 'upload') return method === 'PUT' ? this.take(sign.wanted, headers, body) : plain(405);
    return method === 'GET' ? this.give(sign.key, headers['range']) : plain(405);
  }

  /** Everything there is, for tests. */
  keys(): readonly string[] {
    this.expire();
    return this.db
      .prepare('SELECT key FROM forge_object ORDER BY key')
      .all()
      .map((row) => (row as { readonly key: string }).key);
  }

  private readonly operations: Readonly<Record<string, (body: unknown) => PlatformAnswer>> = {
    'api/v1/metadata': (body) => {
      const { key } = v.parse(named, body);
      const found = this.row(key);
      if (found === undefined) return plain(404);
      const createdAt = new Date(found.created_at).toISOString();
      const { checksum, content_type: contentType, bytes } = found;
      return jsonAnswer(200, { key, checksum, size: bytes.byteLength, createdAt, contentType });
    },
    'api/v1/delete': (body) => {
      const { key } = v.parse(named, body);
      const gone = this.db.prepare('DELETE FROM forge_object WHERE key = ?').run(key).changes;
      return plain(gone > 0 ? 204 : 404);
    },
    'api/v1/upload-url': (body) => this.sign({ kind: 'upload', wanted: v.parse(upload, body) }),
    'api/v1/download-url': (body) => {
      const { key } = v.parse(named, body);
      return this.row(key) === undefined ? plain(404) : this.sign({ kind: 'download', key });
    },
  };

  private sign(
    what:
      | Omit<Extract<Signed, { kind: 'upload' }>, 'until'>
      | Omit<Extract<Signed, { kind: 'download' }>, 'until'>,
  ): PlatformAnswer {
    const path = `/fos/app/${what.kind}/${randomUUID()}`;
    this.signed.set(path, { ...what, until: this.now() + SIGNED_MS });
    return jsonAnswer(200, { url: `${this.origin}${path}` });
  }

  private take(wanted: Upload, headers: SignedCall['headers'], body: Body): PlatformAnswer {
    const bytes = typeof body === 'object' ? body : Buffer.from(body ?? '');
    const digest = createHash(DIGESTS[wanted.checksumType]).update(bytes).digest('base64');
    if (bytes.byteLength !== wanted.length || digest !== wanted.checksum) return plain(400);
    if (!wanted.overwrite && this.row(wanted.key) !== undefined) return plain(412);
    const at = this.now();
    this.db
      .prepare('INSERT OR REPLACE INTO forge_object VALUES (?, ?, ?, ?, ?, ?)')
      .run(
        wanted.key,
        Buffer.from(bytes),
        digest,
        headers['content-type'] ?? 'application/octet-stream',
        at,
        wanted.ttlSeconds === undefined ? null : at + wanted.ttlSeconds * 1000,
      );
    return plain(200);
  }

  private give(key: string, range: string | undefined): PlatformAnswer {
    const found = this.row(key);
    if (found === undefined) return plain(404);
    const headers = { 'content-type': found.content_type };
    const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
    if (asked === null) return { status: 200, headers, body: found.bytes };
    const size = found.bytes.byteLength;
    const from = Number(asked[1]);
    if (from >= size) return plain(416);
    const to = asked[2] === '' ? size : Math.min(Number(asked[2]) + 1, size);
    return {
      status: 206,
      headers: { ...headers, 'content-range': `bytes ${from}-${to - 1}/${size}` },
      body: found.bytes.subarray(from, to),
    };
  }

  private row(key: string): Row | undefined {
    this.expire();
    const found = this.db.prepare('SELECT * FROM forge_object WHERE key = ?').get(key) as Row | undefined;
    return found && { ...found, bytes: Buffer.from(found.bytes) };
  }

  private expire(): void {
    this.db.prepare('DELETE FROM forge_object WHERE expires_at <= ?').run(this.now());
  }
}
