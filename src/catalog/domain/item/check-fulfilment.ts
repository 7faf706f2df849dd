import { duplicates } from '../form/check-form';
import { error } from '../../../kernel/finding';
import { isKey } from '../field-types';
import type { ItemProblem } from './item-problem';
import { fixedOptions } from '../form/mapped-values';
import type { FieldMapping, FormField, Fulfilment } from '../model';
import { placeholdersOf } from '../texts/template';

type Questions = ReadonlyMap<string, FormField>;

/** Where a mapping stands: by its Jira field, which there is one of. */
export const mappingAt = (jiraField: string): string => `fulfilment.${jiraField}`;

/** What is wrong with what a request becomes in Jira, as far as the item itself tells. */
export function checkFulfilment(fulfilment: Fulfilment, questions: Questions): readonly ItemProblem[] {
  const { projectId, issueTypeId, summary, mappings } = fulfilment;
  const mapped = mappings.map((mapping) => mapping.jiraField);
  return [
    ...(projectId === '' ? [error('noSpace', 'fulfilment.projectId')] : []),
    ...(issueTypeId === '' ? [error('noType', 'fulfilment.issueTypeId')] : []),
    ...(summary.trim() === '' ? [error('noSummary', 'fulfilment.summary')] : []),
    ...checkTemplate(summary, 'fulfilment.summary', questions),
    ...duplicates(mapped).map((id) => error('duplicateMapping', mappingAt(id), { field: id })),
    ...mapped
      .filter((id) => OWN_FIELDS.includes(id))
      .map((id) => error('reservedField', mappingAt(id), { field: id })),
    ...mappings.flatMap((mapping) => checkSource(mapping, questions)),
  ];
}

/** Set by the app for every request; a mapping would fight with it. */
const OWN_FIELDS: readonly string[] = [
  'project',
  'issuetype',
  'summary',
  'reporter',
  'description',
  'status',
];

function checkSource({ jiraField, source }: FieldMapping, questions: Questions): readonly ItemProblem[] {
  const at = mappingAt(jiraField);
  switch (source.kind) {
    case 'constant':
      return jiraField === 'parent' && !isKey(source.value) ? [error('notAKey', at)] : [];
    case 'template':
      return checkTemplate(source.template, at, questions);
    case 'answer':
      return questions.has(source.field) ? [] : [error('unknownField', at, { field: source.field })];
    case 'fact':
      return Object.keys(source.values).some((word) => word.trim() !== '')
        ? []
        : [error('factWithoutValues', at)];
    case 'matrix':
      return [source.rows, source.columns].flatMap((id): readonly ItemProblem[] => {
        const question = questions.get(id);
        if (question === undefined) return [error('unknownField', at, { field: id })];
        return fixedOptions(question).length > 0 ? [] : [error('matrixWithoutOptions', at)];
      });
  }
}

const checkTemplate = (template: string, path: string, questions: Questions): readonly ItemProblem[] =>
  placeholdersOf(template).flatMap((name) => {
    if (name === 'requester' || name === 'item') return [];
    if (name.startsWith('field.') && questions.has(name.slice('field.'.length))) return [];
    return [error('unknownPlaceholder', path, { name })];
  });
