import { heads } from './store';

/** Whether anybody has ever ordered an item. An order of the last moment may be missed: the index lags. */
export const isOrdered = async (itemId: string): Promise<boolean> =>
  (await heads.queryAll({ index: 'by-item', partition: [itemId] }, 1)).length > 0;
