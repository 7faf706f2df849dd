/** Parts of a file that were sent and wait to be checked and taken over. They go by themselves after a day. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { AppFailure, notFound } from '../../kernel/errors';
import { readAll } from '../../platform/storage/batch';
import { packed, unpacked } from '../../platform/storage/packed';
import { readKey } from '../../platform/storage/read-key';
import { guarded } from '../../platform/storage/transact';

export const STAGED_PREFIX = 'import:';
const KEPT = { ttl: { value: 1, unit: 'DAYS' } } as const;
/** Characters of a value, packed. */
const MOST_LENGTH = 230_000;

const keyOf = (upload: string, section: string, part: number): string =>
  `${STAGED_PREFIX}${upload}:${section}:${part}`;
const stateKey = (upload: string): string => `${STAGED_PREFIX}${upload}`;

/** Keeps a part; the same part again takes its place. @throws AppFailure LIMIT_REACHED when it is too large for one. */
export async function stagePart(
  upload: string,
  section: string,
  part: number,
  members: readonly unknown[],
): Promise<void> {
  const value = packed(JSON.stringify(members));
  if (value.packed.length > MOST_LENGTH)
    throw new AppFailure('LIMIT_REACHED', 'This is more than the app can store in one piece. Shorten it.');
  await guarded(() => kvs.set(keyOf(upload, section, part), value, KEPT));
}

/** The members in some parts of a section. @throws NOT_FOUND when a part was never sent, or too long ago. */
export async function stagedMembers(
  upload: string,
  section: string,
  parts: readonly number[],
): Promise<readonly unknown[]> {
  const keys = parts.map((part) => keyOf(upload, section, part));
  const found = await readAll(keys);
  return keys.flatMap((key) => {
    const text = unpacked(found.get(key));
    if (text === null) throw notFound('A part of the file');
    return JSON.parse(text) as unknown[];
  });
}

const stateSchema = v.object({ problems: v.number(), checked: v.boolean() });
/** How far a file was checked, and how many problems were found until then. */
export type Checked = v.InferOutput<typeof stateSchema>;

/** None before the first check, or too long after it. */
export async function readChecked(upload: string): Promise<Checked> {
  const parsed = v.safeParse(stateSchema, await readKey({ key: stateKey(upload) }));
  return parsed.success ? parsed.output : { problems: 0, checked: false };
}

export const noteChecked = async (upload: string, checked: Checked): Promise<void> =>
  void (await guarded(() => kvs.set(stateKey(upload), checked, KEPT)));
