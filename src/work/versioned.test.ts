import * as v from 'valibot';
import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { pointerAfter, removeBody, versionOf, writeBody } from '../platform/storage/bodies';
import { advanceSingleton, type DocumentHead, readDocument } from '../platform/storage/documents';
import { transact } from '../platform/storage/transact';
import { dropCached } from './cache';
import { bodyOf, follow } from './versioned';

const schema = v.object({ text: v.string() });

let forge: FakeForge;

beforeEach(() => {
  forge = installFakeForge('ann');
  dropCached();
});

/** Writes the body, then the head; what no reader can hold any more goes. */
async function publish(text: string): Promise<void> {
  const before = await readDocument('catalog');
  const body = versionOf((before?.rev ?? 0) + 1);
  await writeBody('thing', body, { text });
  const former = before?.body === undefined ? null : { body: before.body };
  await transact([advanceSingleton('catalog', before?.rev ?? 0, pointerAfter(former, body))]);
  if (before?.former !== undefined) await removeBody('thing', before.former);
}

const head = () => readDocument('catalog');
const bodyAt = (of: DocumentHead | null) => bodyOf('thing', of?.body ?? '', schema);

it('reads the head each time and the body once', async () => {
  await publish('one');
  expect((await follow(head, bodyAt))[1]).toEqual({ text: 'one' });
  forge.kvs.calls.length = 0;
  expect((await follow(head, bodyAt))[1]).toEqual({ text: 'one' });
  expect(forge.kvs.calls).toEqual(['/api/v1/entity/get']);
});

it('never tells of a version that is not in force', async () => {
  await publish('one');
  await follow(head, bodyAt);
  await publish('two');
  expect((await follow(head, bodyAt))[1]).toEqual({ text: 'two' });
});

it('lets a reader that holds the head before this one find its body', async () => {
  await publish('one');
  const late = await head();
  await publish('two');
  expect(await bodyAt(late)).toEqual({ text: 'one' });
});

it('reads anew when what its head points to was replaced twice', async () => {
  await publish('one');
  const late = await head();
  await publish('two');
  await publish('three');
  const heads = [late];
  expect((await follow(async () => heads.pop() ?? (await head()), bodyAt))[1]).toEqual({ text: 'three' });
  expect([...forge.kvs.rows.keys()].filter((key) => key.startsWith('\0thing'))).toHaveLength(2);
});

it('fails when a head points to what is not there: that is no empty document', async () => {
  await publish('one');
  for (const key of forge.kvs.rows.keys()) if (key.startsWith('\0thing')) forge.kvs.rows.delete(key);
  await expect(follow(head, bodyAt)).rejects.toMatchObject({ code: 'STORAGE_CORRUPT', retryable: false });
});

it('keeps the bodies of two who write at once apart', async () => {
  expect(versionOf(1)).not.toBe(versionOf(1));
});

it('takes a body that was damaged for what it is', async () => {
  await publish('one');
  for (const key of forge.kvs.rows.keys())
    if (key.startsWith('\0thing')) forge.kvs.rows.set(key, { packed: 'bm9uc2Vuc2U=' });
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await expect(follow(head, bodyAt)).rejects.toMatchObject({ code: 'STORAGE_CORRUPT' });
});
