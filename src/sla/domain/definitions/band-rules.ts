import type { Band } from '../model';
import { type Problem, refusal } from './problem';

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
export const bandProblems = (subject: string, path: string, bands: readonly Band[]): readonly Problem[] => {
  const places = bands.map((band, index) => ({ band, index }));
  const steps = [...pairsOf(places, 'credit'), ...pairsOf(places, 'reward')];
  const overlap = (index: number, message: string): Problem =>
    refusal('BANDS_OVERLAP', subject, `${path}.${index}`, message, 'Give each band a threshold of its own.');
  const doubled = steps
    .filter(([milder, further]) => milder.band.at === further.band.at)
    .map(([, { band, index }]) => overlap(index, `Two bands begin at ${band.at} %.`));
  const disordered = steps
    .filter(([milder, further]) => milder.band.at !== further.band.at)
    .filter(([milder, further]) => further.band.share <= milder.band.share)
    .map(([milder, { band, index }]) =>
      refusal(
        'BANDS_DISORDERED',
        subject,
        `${path}.${index}`,
        `The band at ${band.at} % goes further than the one at ${milder.band.at} % and pays no more.`,
        'Let its share be larger.',
      ),
    );
  const highestCredit = Math.max(...places.flatMap(({ band }) => (band.kind === 'credit' ? [band.at] : [])));
  const both = places
    .filter(({ band }) => band.kind === 'reward' && band.at < highestCredit)
    .map(({ band, index }) =>
      overlap(index, `From ${band.at} % on is rewarded what is credited below ${highestCredit} %.`),
    );
  return [...doubled, ...disordered, ...both];
};
