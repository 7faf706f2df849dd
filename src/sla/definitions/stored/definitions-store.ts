/**
 * The definitions: a head that points to the version in force, the version whole and as events need it, each former
 * version for good, and a conditional way to change them.
 */
import * as v from 'valibot';
import { pointerAfter, removeBody, versionOf, writeBody } from '../../../platform/storage/bodies';
import { advanceSingleton, readDocument } from '../../../platform/storage/documents';
import { readKey } from '../../../platform/storage/read-key';
import { transact, type Write } from '../../../platform/storage/transact';
import { conflict, storageCorrupt } from '../../../kernel/errors';
import { bodyOf, follow } from '../../../work/versioned';
import { FOR_EVENTS, SINGLETON, WHOLE } from './definitions-at';
import { wholeAt, wholeSchema } from './whole-schema';
import type { ParsedDefinitions } from '../domain';
import { malformed } from '../domain/rules/malformed';
import { eventViewOf } from '../domain/event-view';
import type { SlaDefinitions } from '../../engine/model';

const versionKey = (version: number): string => `${WHOLE}:v:${version}`;
const versionSchema = v.object({ body: v.string() });
/** The definitions in force and what of them no longer parses; none yet is version 0 without metrics. */
export async function readStoredDefinitions(): Promise<ParsedDefinitions> {
  const [, { definitions, misfits }] = await follow(() => readDocument(SINGLETON), wholeAt);
  return { definitions, problems: misfits.map(malformed) };
}

/** A former version, `null` when it was never stored. */
export async function readDefinitionsVersion(version: number): Promise<SlaDefinitions | null> {
  const stored = await readKey({ key: versionKey(version) });
  if (stored === undefined) return null;
  const pointer = v.safeParse(versionSchema, stored);
  const read = pointer.success ? await bodyOf(WHOLE, pointer.output.body, wholeSchema) : null;
  if (read === null) throw storageCorrupt();
  return read.definitions;
}

/**
 * Stores the next version, keeps it for good under its number, and writes what must be stored with it (the
 * audit entry) or not at all.
 * @throws CONFLICT when somebody else saved meanwhile.
 */
export async function writeDefinitions(
  next: SlaDefinitions,
  alongside: readonly Write[] = [],
): Promise<void> {
  const before = await readDocument(SINGLETON);
  if ((before?.rev ?? 0) !== next.version - 1) throw conflict('slaSettings');
  const body = versionOf(next.version);
  await Promise.all([writeBody(WHOLE, body, next), writeBody(FOR_EVENTS, body, eventViewOf(next))]);
  const pointer = pointerAfter(before?.body === undefined ? null : { body: before.body }, body);
  const outcome = await transact([
    advanceSingleton(SINGLETON, next.version - 1, pointer),
    { kind: 'set', key: versionKey(next.version), value: { body } },
    ...alongside,
  ]);
  if (outcome === 'conflict') {
    await Promise.all([removeBody(WHOLE, body), removeBody(FOR_EVENTS, body)]);
    throw conflict('slaSettings');
  }
  // Readers may still hold the head before this one, and none before that.
  if (before?.former !== undefined) await removeBody(FOR_EVENTS, before.former);
}
