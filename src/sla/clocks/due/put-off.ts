/** A record whose due instant can't be dealt with is left alone for a while, longer each time. */
import { AppFailure } from '../../../kernel/errors';
import { putOffAfter } from '../../../kernel/put-off';
import { log } from '../../../platform/log';
import { CONFLICT, untilWritten } from '../../../work/update';
import type { SlaPorts } from '../follow/ports';

/**
 * Puts a record off after a failure; the next success, whatever it is, ends that (`compose`). Answers for how long, in ms: 0
 * when nothing of it is due any more.
 * @throws the failure itself where storage is busy: that is nothing of this record's.
 */
export async function putOff(
  ports: Pick<SlaPorts, 'now' | 'load' | 'save'>,
  issueId: string,
  error: unknown,
): Promise<number> {
  log.error('due.failed', error, { issueId });
  if (error instanceof AppFailure && error.code === 'STORAGE_BUSY') throw error;
  const now = ports.now();
  return untilWritten(async () => {
    const { record } = await ports.load(issueId);
    if (record?.nextAt === undefined || record.nextAt > now) return 0;
    const next = putOffAfter(record.putOff, error, now);
    if (next !== record.putOff) {
      const put = { ...record, rev: record.rev + 1, putOff: next };
      if ((await ports.save(put, { rev: record.rev })) === 'conflict') return CONFLICT;
    }
    return next[1] - now;
  });
}

/** Does something about a record; puts it off where that fails. @throws what it failed with. */
export async function orPutOff<T>(ports: SlaPorts, issueId: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    await putOff(ports, issueId, error);
    throw error;
  }
}
