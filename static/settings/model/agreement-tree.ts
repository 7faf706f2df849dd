import type { Agreement } from '../../../src/sla/engine/model';

/** What an agreement belongs to, the outermost first. A parent that is gone, or one it would belong to twice, ends the way: none is lost. */
export function ancestorsOf(agreements: readonly Agreement[], agreement: Agreement): readonly Agreement[] {
  const above: Agreement[] = [];
  for (let { parentId } = agreement; parentId !== undefined;) {
    const parent = agreements.find(({ id }) => id === parentId);
    if (parent === undefined || parent.id === agreement.id || above.includes(parent)) break;
    above.unshift(parent);
    parentId = parent.parentId;
  }
  return above;
}

/** Those an agreement may be put under: not itself, nor anything below it. */
export function possibleParents(agreements: readonly Agreement[], id: string): readonly Agreement[] {
  const below = new Set([id]);
  for (let grown = 0; grown !== below.size;) {
    grown = below.size;
    for (const each of agreements)
      if (each.parentId !== undefined && below.has(each.parentId)) below.add(each.id);
  }
  return agreements.filter((each) => !below.has(each.id));
}
