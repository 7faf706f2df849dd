import { readDisplay } from '../../sla';
import type { AskJira } from '../ask-jira';
import { checkItem, type ItemProblem } from '../domain/item/check-item';
import type { ItemContent } from '../domain/model';
import { lacking } from '../assets/lacking';
import { idsOf, surroundings } from './publish-item';
import { readHead, structureOf, tilesOf } from '../records/store';

/** What is wrong with an item as it is edited, in itself, in the catalog and in Jira; what Jira can't say now is left open. */
export async function itemProblems(
  itemId: string,
  content: ItemContent,
  askJira: AskJira,
): Promise<readonly ItemProblem[]> {
  const head = await readHead();
  const [structure, tiles, jiraOf, { languages }, beside] = await Promise.all([
    structureOf(head),
    tilesOf(head),
    askJira([content]),
    readDisplay(),
    lacking(itemId, content),
  ]);
  const around = { ...surroundings(structure), ...beside, itemIds: idsOf(tiles), languages };
  return checkItem(content, { ...around, jira: jiraOf(content) });
}
