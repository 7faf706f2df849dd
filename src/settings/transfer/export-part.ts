import { exported } from '../../kernel/section';
import type { ExportedPart } from '../domain/config-document';
import { ROWS } from '../sections/saved-sections';
import { KEYS_IN_FILES, STREAMED, TOGETHER } from './groups';

/** Characters of an answer: Forge lets through five million bytes. */
const MOST = 700_000;

/**
 * The next part of the configuration, from a place on that the part before it told. Together they are the whole, for another
 * site or for keeping; requests and history are not in it.
 */
export async function exportPart(from: ExportedPart['next'], most = MOST): Promise<ExportedPart> {
  const sections: Record<string, object[]> = {};
  let length = 0;
  for await (const [key, place, member] of membersFrom(from)) {
    if (length >= most) return { sections, next: { section: key, ...place } };
    (sections[key] ??= []).push(member);
    length += JSON.stringify(member).length;
  }
  return { sections };
}

type Place = Omit<NonNullable<ExportedPart['next']>, 'section'>;

/** Members with their places, from a place in one of the sections on; what comes before it is not read. */
async function* membersFrom(
  from: ExportedPart['next'],
): AsyncGenerator<readonly [key: string, place: Place, member: object]> {
  const wanted = KEYS_IN_FILES.slice(Math.max(KEYS_IN_FILES.indexOf(from?.section ?? ''), 0));
  const [begun] = wanted;
  const first = (key: string): number => (key === begun ? (from?.at ?? 0) : 0);
  for (const group of TOGETHER) {
    const keys = group.sections.map(({ key }) => key).filter((key) => wanted.includes(key));
    if (keys.length === 0) continue;
    const all = await group.exported();
    for (const key of keys)
      for (const [at, member] of (all[key] ?? []).entries())
        if (at >= first(key)) yield [key, { at }, member];
  }
  for (const { section, page } of ROWS.filter(({ section }) => wanted.includes(section.key))) {
    const { key } = section;
    let [start, token] = [first(key), key === begun ? from?.page : undefined];
    do {
      const { docs, cursor } = await page('all', token, 0);
      for (const [at, { value }] of docs.entries())
        if (at >= start)
          yield [key, { at, ...(token !== undefined && { page: token }) }, exported(section, value)];
      [start, token] = [0, cursor];
    } while (token !== undefined);
  }
  for (const { key, exported: members } of STREAMED.filter((each) => wanted.includes(each.key))) {
    let at = first(key);
    for await (const member of members(at)) yield [key, { at: at++ }, member];
  }
}
