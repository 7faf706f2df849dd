/** After field sets were changed: the drafts of the items that use them, page by page. */
import { AppFailure } from '../../kernel/errors';
import type { JobKind, StepOutcome } from '../../work/jobs';
import type { Job } from '../../work/job';
import type { ItemContent } from '../domain/model';
import { asInSets } from './field-sets';
import { BY_STATE, itemsOf } from '../records/item-store';
import { pageOf } from './list-items';
import { REDRAFT, type Redraft } from './redraft-job';
import { saveItem } from './save-item';

/** What is published stays as it is until somebody publishes the draft. */
export const redraftJob: JobKind<Redraft> = { ...REDRAFT, step, progress: ({ looked }) => looked };

async function step(job: Job<Redraft>): Promise<StepOutcome<Redraft>> {
  const { heads, next } = await pageOf(BY_STATE, job.cursor ?? '0:');
  for (const { id, rev, content } of await itemsOf(heads.filter(({ sets = [] }) => sets.length > 0))) {
    const fresh = await asInSets(content).catch(asItIs(content));
    if (fresh !== content)
      await saveItem({ itemId: id, rev, content: fresh }, { accountId: job.by ?? '', now: Date.now() }).catch(
        unlessChanged,
      );
  }
  const looked = job.looked + heads.length;
  return next === undefined ? { done: { looked } } : { next: { cursor: next, looked } };
}

/** One that would hold too much stays as it is: who saves it next is told. */
const asItIs =
  (content: ItemContent) =>
  (failure: unknown): ItemContent => {
    if (failure instanceof AppFailure && failure.code === 'INVALID_DEFINITION') return content;
    throw failure;
  };

/** Whoever saved it meanwhile has saved it with the set as it is. */
const unlessChanged = (failure: unknown): void => {
  if (!(failure instanceof AppFailure) || failure.code !== 'CONFLICT') throw failure;
};
