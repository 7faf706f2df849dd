import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { installFakeForge } from '../../test/support/fake-forge';
import { entityStore } from '../platform/storage/entities';
import { update } from './update';

const schema = v.object({ id: v.string(), rev: v.number(), votes: v.number() });
const rows = entityStore({
  name: 'document',
  schema,
  attributes: ({ id, rev }: v.InferOutput<typeof schema>) => ({ id, rev }),
});
const vote = () =>
  update(rows, 'tally', (row) => ({
    next: { id: 'tally', rev: 0, votes: (row?.votes ?? 0) + 1 },
    answer: (row?.votes ?? 0) + 1,
  }));

beforeEach(() => {
  installFakeForge('ingrid');
});

describe('update', () => {
  it('makes the row when there is none, and counts its revisions', async () => {
    expect(await vote()).toBe(1);
    expect(await vote()).toBe(2);
    expect(await rows.get('tally')).toEqual({ id: 'tally', rev: 2, votes: 2 });
  });

  it('loses nothing when many write at once', async () => {
    await Promise.all(Array.from({ length: 5 }, vote));
    expect((await rows.get('tally'))?.votes).toBe(5);
  });

  it('writes nothing when the decision leaves the row as it is', async () => {
    await vote();
    expect(await update(rows, 'tally', (row) => ({ answer: row?.votes }))).toBe(1);
    expect((await rows.get('tally'))?.rev).toBe(1);
  });

  it('asks once, however often others are faster', async () => {
    let asked = 0;
    const answer = await update<v.InferOutput<typeof schema>, number, 'how many', number>(
      rows,
      'tally',
      (row, found) =>
        found === undefined
          ? { ask: 'how many' }
          : { next: { id: 'tally', rev: 0, votes: (row?.votes ?? 0) + found }, answer: found },
      async () => {
        asked += 1;
        await vote(); // somebody else is faster
        return 10;
      },
    );
    expect({ answer, asked, votes: (await rows.get('tally'))?.votes }).toEqual({
      answer: 10,
      asked: 1,
      votes: 11,
    });
  });

  it('gives up with a word that the storage is busy when others are faster every time', async () => {
    const unlucky = update(rows, 'tally', (row) => ({
      next: { id: 'tally', rev: 0, votes: 0 },
      also: [rows.write('tally-two', { id: 'tally-two', rev: (row?.rev ?? 0) + 1, votes: 0 }, { rev: 99 })],
      answer: 0,
    }));
    await expect(unlucky).rejects.toMatchObject({ code: 'STORAGE_BUSY', retryable: true });
  });
});
