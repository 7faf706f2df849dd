import type { LocalizedText } from '../kernel/text';
import { readHead, tilesOf } from './store';

/** Names of the published items that show the promise of a metric. */
export const itemsPromising = async (metricId: string): Promise<readonly LocalizedText[]> =>
  (await tilesOf(await readHead()))
    .filter(({ metrics }) => metrics.includes(metricId))
    .map(({ name }) => name);
