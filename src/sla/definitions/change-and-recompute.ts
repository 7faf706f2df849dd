import { requestBackfill } from '../clocks/sync/forge-ports';
import type { Editor } from '../../kernel/audit';
import { changeDefinitions, type Changed, type DefinitionsChange } from './change-definitions';

/**
 * Changes the definitions; open records follow in the background, and issues that came into scope get theirs. Where no promise
 * changes they do so too: a record says which version it was computed with.
 * @throws CONFLICT, INVALID_DEFINITION
 */
export async function changeAndRecompute(change: DefinitionsChange, editor: Editor): Promise<Changed> {
  const changed = await changeDefinitions(change, editor);
  await requestBackfill('definitions');
  return changed;
}
