import { rulesOf } from '../field-types';
import type { ItemContent } from '../model';

/** Whether work items of an item are closed to most people of their space: nothing of its requests is told to anybody else, nor how many there are. */
export const isConfidential = ({ fulfilment }: Pick<ItemContent, 'fulfilment'>): boolean =>
  fulfilment.mappings.some(({ jiraField }) => jiraField === 'security');

/** The question whose answers colleagues are shown of each other's open requests; `null` where nobody is shown any, or joins one. */
export function sharedQuestion(content: Pick<ItemContent, 'joining' | 'form' | 'fulfilment'>): string | null {
  const { joining, form } = content;
  const question = form.find(({ id }) => id === joining?.shows);
  return question !== undefined && rulesOf(question).isProse && !isConfidential(content) ? question.id : null;
}
