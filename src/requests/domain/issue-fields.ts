import type { Answers, FieldMapping, PublishedItem } from '../../catalog/domain/model';
import { readableAnswer, writtenAnswer } from '../../catalog/domain/field-types';
import { mappedValues } from '../../catalog/domain/form/mapped-values';
import { fillTemplate } from '../../catalog/domain/texts/template';
import { error, type Finding } from '../../kernel/finding';
import { doc, paragraph, table, text } from '../../kernel/adf';
import { type FieldShape, jiraValue, SYSTEM_SHAPES } from './jira-value';
import { inWords, readableAnswers, writtenValue } from './readable';

const MAX_SUMMARY = 255;

export interface IssueSource {
  readonly item: PublishedItem;
  readonly answers: Answers;
  /** The name of the person it is for. */
  readonly requester: string;
  /** Where it comes from: a line in each language. */
  readonly intro: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** Of the mapped fields Jira was asked about. */
  readonly shapes: Readonly<Record<string, FieldShape>>;
}

/** The fields of the new issue, without who reports it: mapped fields, a summary, all answers as a table. */
export function issueFields(source: IssueSource): Readonly<Record<string, unknown>> {
  const { item, answers, names } = source;
  const { fulfilment, name } = item.content;
  const mapped = fulfilment.mappings.flatMap((mapping): readonly (readonly [string, unknown])[] => {
    const shape = source.shapes[mapping.jiraField] ?? SYSTEM_SHAPES[mapping.jiraField] ?? { type: 'string' };
    const value = jiraValue(shape, valuesOf(mapping, source, isText(shape)));
    return value === undefined ? [] : [[mapping.jiraField, value]];
  });
  const rows = readableAnswers(item.content, answers, names).map(
    (row) => [row.label.en, writtenValue(row)] as const,
  );
  const intro = source.intro.map((line) => paragraph(text(line)));
  return {
    ...withLabels(Object.fromEntries(mapped), fulfilment.labels),
    project: { id: fulfilment.projectId },
    issuetype: { id: fulfilment.issueTypeId },
    summary: filled(fulfilment.summary, source, true).slice(0, MAX_SUMMARY) || name.en,
    description: doc(rows.length > 0 ? [...intro, table(rows)] : intro),
  };
}

/** Which custom fields' shapes must be asked of Jira before the issue can be written. */
export const shapesToAsk = (item: PublishedItem): readonly string[] =>
  item.content.fulfilment.mappings.map((mapping) => mapping.jiraField).filter((id) => !(id in SYSTEM_SHAPES));

/**
 * Jira's complaints about its fields, at the questions they come from. Those of questions nobody sees, and of fields no
 * question fills, keep Jira's id and say that they can't be mended in the form. `names` are Jira's, by field id.
 */
export function problemsInForm(
  { content }: PublishedItem,
  jiraFields: readonly string[],
  isVisible: (fieldId: string) => boolean,
  names: ReadonlyMap<string, string>,
): readonly Finding[] {
  const origin = new Map(
    content.fulfilment.mappings.flatMap(({ jiraField, source }) => {
      if (source.kind === 'answer') return [[jiraField, source.field] as const];
      return source.kind === 'matrix' ? [[jiraField, source.rows] as const] : [];
    }),
  );
  if (content.onBehalf) origin.set('reporter', content.onBehalf.field);
  return jiraFields.map((jiraField) => {
    const field = origin.get(jiraField);
    const params = { jiraField: names.get(jiraField) || jiraField };
    return field !== undefined && isVisible(field)
      ? error('jiraRefused', field, params)
      : error('jiraRefusedUnseen', jiraField, params);
  });
}

/** Fields that people read, and those that take the words of both levels; in the others a value must stay what a machine reads. */
const isText = ({ type, items }: FieldShape): boolean =>
  type === 'string' ||
  type === 'doc' ||
  type === 'option-with-child' ||
  (type === 'array' && items === 'string');

const valuesOf = (mapping: FieldMapping, source: IssueSource, forPeople: boolean): readonly string[] =>
  mappedValues(mapping, source.answers, {
    template: (template) => [filled(template, source, forPeople)],
    answer: (id, plain) => {
      const field = source.item.content.form.find((candidate) => candidate.id === id);
      return forPeople && field ? inWords(field, plain, source.names) : plain;
    },
  });

const filled = (
  template: string,
  { item, answers, requester, names }: IssueSource,
  forPeople: boolean,
): string =>
  fillTemplate(template, {
    requester,
    item: item.content.name.en,
    field: (id) => {
      const field = item.content.form.find((candidate) => candidate.id === id);
      return field ? (forPeople ? writtenAnswer : readableAnswer)(field, answers[id], names) : '';
    },
  });

function withLabels(fields: Readonly<Record<string, unknown>>, labels: readonly string[]) {
  if (labels.length === 0) return fields;
  const mapped = Array.isArray(fields.labels) ? (fields.labels as readonly string[]) : [];
  return { ...fields, labels: [...new Set([...mapped, ...labels])] };
}
