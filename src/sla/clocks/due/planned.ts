/** What sweeps have planned already: one plain key, read and written only when something is due. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { readRebuildable } from '../../../platform/storage/blobs';
import { guarded } from '../../../platform/storage/transact';
import type { Instant } from '../../engine/model';
import type { Planned } from './sweep';

const KEY = 'sla:planned';
const schema = v.object({ at: v.number(), events: v.array(v.tuple([v.string(), v.number()])) });
/** A value holds 240 KiB; beyond this many events planning twice is cheaper than remembering. */
const MOST_REMEMBERED = 5000;

const read = (): Promise<v.InferOutput<typeof schema> | null> => readRebuildable(KEY, schema);

export const plannedEvents: Planned = {
  read: async () => ((await read())?.events ?? []).map(([issueId, at]) => ({ issueId, at })),
  write: (planned, at) =>
    guarded(() =>
      kvs.set(KEY, {
        at,
        events: planned.slice(-MOST_REMEMBERED).map(({ issueId, at: due }) => [issueId, due]),
      }),
    ),
};

/** When a sweep last planned something; sweeps that find nothing leave no trace. */
export const lastPlanned = async (): Promise<Instant | null> => (await read())?.at ?? null;
