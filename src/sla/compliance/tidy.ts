/** Which periods are kept: of each agreement the latest, and whatever was reviewed. */
import { groupBy } from '../../kernel/group-by';
import type { SlaDefinitions } from '../engine/model';
import type { PeriodDocument } from './domain/result';
import { allPeriods, removePeriod } from './store';

/** So many periods that nobody has reviewed. */
const MOST_UNREVIEWED = 15;

/** Those that go: of agreements that are gone all, of others what is old and was never reviewed. */
export function outlived(
  periods: readonly PeriodDocument[],
  { agreements }: Pick<SlaDefinitions, 'agreements'>,
): readonly PeriodDocument[] {
  const known = new Set(agreements.map(({ id }) => id));
  return [...groupBy(periods, ({ agreementId }) => agreementId)].flatMap(([agreementId, own]) =>
    known.has(agreementId)
      ? own
          .filter(({ review }) => review === undefined)
          .sort((left, right) => right.to - left.to)
          .slice(MOST_UNREVIEWED)
      : own,
  );
}

export async function tidyPeriods(definitions: SlaDefinitions): Promise<void> {
  for (const { id } of outlived(await allPeriods(), definitions)) await removePeriod(id);
}
