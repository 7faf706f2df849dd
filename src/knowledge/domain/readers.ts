/** Whether people may read a page, as far as the product tells. */
export type MayRead = 'yes' | 'no' | 'unknown';

/** Whether all of them may: one who may not is enough for `no`, one who is not known about for `unknown`. Nobody is not known. */
export function allMayRead(answers: readonly MayRead[]): MayRead {
  if (answers.includes('no')) return 'no';
  return answers.length === 0 || answers.includes('unknown') ? 'unknown' : 'yes';
}
