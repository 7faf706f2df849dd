import type { AskJira } from './ask-jira';
import { checkItem, type ItemProblem } from './domain/check-item';
import type { ItemContent } from './domain/model';
import { surroundings } from './publish-item';
import { readStructure } from './store';

/** What is wrong with an item as it is edited, in itself, in the catalog and in Jira; what Jira can't say now is left open. */
export async function itemProblems(content: ItemContent, askJira: AskJira): Promise<readonly ItemProblem[]> {
  const [structure, jiraOf] = await Promise.all([readStructure(), askJira([content])]);
  return checkItem(content, { ...surroundings(structure), jira: jiraOf(content) });
}
