import { slaRecords } from './record';

/** How many clocks a change of the definitions may touch, counted up to a thousand. */
export const countOpen = async (): Promise<number> =>
  (await slaRecords.queryAll({ index: 'by-open', partition: ['y'] }, 1000)).length;
