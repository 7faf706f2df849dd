/** How a long list of options is read and stored by who edits it: in pages, and in parts. */
import { type ListedOption, partsOfList } from '../../../../src/catalog/domain/form/option-list';
import type { OptionList } from '../../../../src/catalog/domain/model';
import { inParallel } from '../../../../src/kernel/in-parallel';
import { sameValues } from '../../../../src/kernel/same-values';
import { call } from '../../../shared/api';

const PAGE = 500;
const AT_ONCE = 4;

/** All options of a list. */
export async function readList({ parts, count }: OptionList): Promise<readonly ListedOption[]> {
  const starts = Array.from({ length: Math.ceil(count / PAGE) }, (_, page) => page * PAGE);
  const pages = await inParallel(starts, AT_ONCE, (from) =>
    call('catalog.options', { parts: [...parts], typed: '', from, most: PAGE }),
  );
  return pages.flatMap(({ options }) => options);
}

/** Stores a list in the place of another; the parts that say the same as before are not sent again. */
export async function storeList(
  options: readonly ListedOption[],
  former: OptionList,
  before: readonly ListedOption[],
): Promise<OptionList> {
  const known = partsOfList(before);
  const parts = await inParallel(partsOfList(options), AT_ONCE, async (part, at) => {
    const label = former.parts[at];
    if (label !== undefined && sameValues(part, known[at])) return label;
    return (await call('catalog.saveOptions', { options: [...part] })).label;
  });
  return { parts, count: options.length };
}
