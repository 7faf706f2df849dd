import * as v from 'valibot';
import { FIELD, PRIORITY } from '../company/ids';
import { readData } from '../data';
import { type Asked, type Field, itemsSchema, type Mapped, questionsSchema, templated } from './schema';
import { templateOf } from './templates';

/** Where an answer or a constant goes in Jira, as the app's import reads it. */
export interface Mapping {
  readonly jiraField: string;
  readonly source:
    | { readonly kind: 'answer'; readonly field: string }
    | { readonly kind: 'constant'; readonly value: string };
  readonly valueMap?: Readonly<Record<string, string>> | undefined;
}

const QUESTIONS = readData('catalog/questions.yml', questionsSchema);

function shared(name: string) {
  const question = QUESTIONS[name];
  if (question === undefined) throw new Error(`There is no shared question ${name}.`);
  return question;
}

function fieldOf(asked: Asked, template: readonly Field[]): Field {
  const known = typeof asked === 'string' && template.find(({ id }) => id === asked);
  if (known) return known;
  if (typeof asked === 'object' && 'id' in asked) return asked;
  const { use, minWorkingDays } = typeof asked === 'string' ? { use: asked } : asked;
  const { mapsTo: _mapsTo, ...question } = shared(use);
  if (minWorkingDays === undefined) return question;
  const said = (help: string) => help.replace('{minWorkingDays}', String(minWorkingDays));
  const { en = '', ru = '' } = question.help ?? {};
  return { ...question, minWorkingDays, help: { en: said(en), ru: said(ru) } };
}

function mappingOf(mapped: Mapped, form: readonly Field[]): Mapping {
  const { answer, ...rest } =
    typeof mapped === 'string'
      ? { answer: shared(mapped).id, jiraField: '', ...shared(mapped).mapsTo }
      : mapped;
  const source = { kind: 'answer', field: answer } as const;
  if (rest.jiraField !== FIELD.assetModel) return { ...rest, source };
  // Jira keeps text there: an option becomes its English words.
  const options = form.find(({ id }) => id === answer)?.options ?? [];
  return { ...rest, source, valueMap: Object.fromEntries(options.map(({ id, label }) => [id, label.en])) };
}

const ORDINARY: Mapping = { jiraField: 'priority', source: { kind: 'constant', value: PRIORITY.medium } };

/** Where the answers go: every issue has a priority, asked for or ordinary. */
function mappingsOf(mapped: readonly Mapped[], form: readonly Field[]): readonly Mapping[] {
  const mappings = mapped.map((each) => mappingOf(each, form));
  return mappings.some(({ jiraField }) => jiraField === 'priority') ? mappings : [...mappings, ORDINARY];
}

const itemsOf = <P extends string>(project: P, file: string) =>
  readData(file, itemsSchema).map((item) => {
    const template = item.template && templateOf(item.template, item.id);
    const form = item.form.map((asked) => fieldOf(asked, template?.form ?? []));
    const said = v.parse(templated, { ...template, ...item });
    return { ...item, ...said, project, form, mappings: mappingsOf(item.mappings, form) };
  });

export const ITEM_SPECS = [
  ...itemsOf('IT', 'catalog/it.yml'),
  ...itemsOf('HR', 'catalog/hr.yml'),
  ...itemsOf('FAC', 'catalog/fac.yml'),
  ...itemsOf('FIN', 'catalog/fin.yml'),
];

export type ItemSpec = (typeof ITEM_SPECS)[number];
