import type { Band } from '../../../engine/model';
import { errorIn } from '../../../../kernel/finding';
import type { Problem } from './problem';

interface Place {
  readonly band: Band;
  readonly index: number;
}

/** Neighbours of one kind, from the mildest on: credits downwards, rewards upwards. */
const pairsOf = (places: readonly Place[], kind: Band['kind']): readonly (readonly [Place, Place])[] => {
  const sign = kind === 'credit' ? -1 : 1;
  const own = places
    .filter(({ band }) => band.kind === kind)
    .sort((left, right) => sign * (left.band.at - right.band.at));
  return own.slice(1).map((further, index) => [own[index] ?? further, further] as const);
};

/**
 * Bands that contradict one another: two that begin at the same result, a worse result that is credited less (or a better one
 * rewarded less), and a result that would be credited and rewarded at once.
 */
export const bandProblems = (whose: string, at: string, bands: readonly Band[]): readonly Problem[] => {
  const places = bands.map((band, index) => ({ band, index }));
  const steps = [...pairsOf(places, 'credit'), ...pairsOf(places, 'reward')];
  const overlap = ({ band, index }: Place): Problem =>
    errorIn('BANDS_OVERLAP', whose, `${at}.${index}`, { from: band.at });
  const doubled = steps
    .filter(([milder, further]) => milder.band.at === further.band.at)
    .map(([, further]) => overlap(further));
  const disordered = steps
    .filter(([milder, further]) => milder.band.at !== further.band.at)
    .filter(([milder, further]) => further.band.share <= milder.band.share)
    .map(([milder, { band, index }]) =>
      errorIn('BANDS_DISORDERED', whose, `${at}.${index}`, { at: band.at, milder: milder.band.at }),
    );
  const highestCredit = Math.max(...places.flatMap(({ band }) => (band.kind === 'credit' ? [band.at] : [])));
  const both = places.filter(({ band }) => band.kind === 'reward' && band.at < highestCredit).map(overlap);
  return [...doubled, ...disordered, ...both];
};
