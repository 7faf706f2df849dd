import type { ExportedPart } from '../domain/config-document';
import { ITEMS, KEYS_IN_FILES, TOGETHER } from './groups';

/** Characters of an answer: Forge lets through five million bytes. */
const MOST = 700_000;

/**
 * The next part of the configuration, from a place on that the part before it told. Together they are the whole, for another
 * site or for keeping; requests and history are not in it.
 */
export async function exportPart(from: ExportedPart['next'], most = MOST): Promise<ExportedPart> {
  const begin = KEYS_IN_FILES.indexOf(from?.section ?? '');
  const sections: Record<string, object[]> = {};
  let length = 0;
  for await (const [key, at, member] of membersFrom(Math.max(begin, 0), from?.at ?? 0)) {
    if (length >= most) return { sections, next: { section: key, at } };
    (sections[key] ??= []).push(member);
    length += JSON.stringify(member).length;
  }
  return { sections };
}

/** Members with their places, from a place in one of the sections on; what comes before it is not read. */
async function* membersFrom(
  begin: number,
  first: number,
): AsyncGenerator<readonly [key: string, at: number, member: object]> {
  const wanted = KEYS_IN_FILES.slice(begin);
  for (const group of TOGETHER) {
    const keys = group.sections.map(({ key }) => key).filter((key) => wanted.includes(key));
    if (keys.length === 0) continue;
    const all = await group.exported();
    for (const key of keys) {
      const start = key === wanted[0] ? first : 0;
      for (const [index, member] of (all[key] ?? []).slice(start).entries())
        yield [key, start + index, member];
    }
  }
  let at = wanted[0] === ITEMS.key ? first : 0;
  for await (const item of ITEMS.exported(at)) yield [ITEMS.key, at++, item];
}
