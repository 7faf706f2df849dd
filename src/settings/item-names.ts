import { type Param, textParam } from '../kernel/finding';
import type { Item } from '../catalog/domain/model';

/** What a row of the health page calls an item, in every language it has. */
export const namesOf = ({ content: { name } }: Item): { readonly item: Param } => ({ item: textParam(name) });
