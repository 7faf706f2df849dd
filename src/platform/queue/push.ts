import { PartialSuccessError, Queue, type PushEvent } from '@forge/events';

export interface QueuedEvent {
  readonly body: Readonly<Record<string, unknown>>;
  /** 0 to 900 seconds. */
  readonly delaySeconds?: number;
  /** Events with one key run one after another. */
  readonly serialise?: string;
}

/** Forge takes at most this many events in one push. */
const BATCH = 50;
const MAX_DELAY_SECONDS = 900;

const toPush = ({ body, delaySeconds = 0, serialise }: QueuedEvent): PushEvent => ({
  body: { ...body },
  ...(delaySeconds > 0 ? { delayInSeconds: Math.min(MAX_DELAY_SECONDS, Math.ceil(delaySeconds)) } : {}),
  ...(serialise === undefined ? {} : { concurrency: { key: serialise, limit: 1 } }),
});

/**
 * Pushes events to a queue of the manifest in batches of 50. Answers those that were taken: pushing stops
 * at the first refusal, so that a caller who is throttled can try the rest later.
 */
export async function pushEvents(
  queue: string,
  events: readonly QueuedEvent[],
): Promise<readonly QueuedEvent[]> {
  const taken: QueuedEvent[] = [];
  const target = new Queue({ key: queue });
  for (let start = 0; start < events.length; start += BATCH) {
    const batch = events.slice(start, start + BATCH);
    try {
      await target.push(batch.map(toPush));
      taken.push(...batch);
    } catch (error) {
      if (taken.length === 0 && !(error instanceof PartialSuccessError)) throw error;
      return taken;
    }
  }
  return taken;
}
