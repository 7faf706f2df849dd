import type { ItemContent } from '../../../src/catalog/domain/model';
import { type Finding, plainParam } from '../../../src/kernel/finding';
import type { EditorFinding } from '../../kit/editor-page/findings';
import { hasText, localized, t } from '../../shared/i18n';
import type { FieldCatalog } from '../model/field-catalog';
import { problemText } from '../model/problem-text';

/** What is wrong with an item in the words of its own form and of Jira, where the finding knows ids alone. */
export const itemFindings = (
  problems: readonly Finding[],
  content: ItemContent,
  catalog: FieldCatalog,
): readonly EditorFinding[] =>
  problems.map(({ code, at, severity, params = {} }) => ({
    // What could not be read at all is told by its place in the payload.
    at: at.replace(/^content\./, ''),
    severity,
    text: hasText(`finding.${code}`)
      ? problemText({ code, params: { ...params, ...namesIn(params, content, catalog) } })
      : t(code === 'max_length' ? 'settings.item.tooLong' : 'settings.item.malformed'),
  }));

/** Findings without those about what an edit changed: they may be mended. The next save tells what is left. The same list where none goes. */
export function withoutChanged(
  told: readonly Finding[],
  before: ItemContent,
  after: ItemContent,
): readonly Finding[] {
  const kept = told.filter(({ at }) => at === '' || valueAt(before, at) === valueAt(after, at));
  return kept.length === told.length ? told : kept;
}

/** What stands at a path; in a list by position or by id. */
const valueAt = (whole: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((of, key) => {
    if (typeof of !== 'object' || of === null) return undefined;
    const parts = Array.isArray(of)
      ? of.map((each: unknown, n) => [idOf(each) ?? `${n}`, each] as const)
      : Object.entries(of);
    return parts.find(([name]) => name === key)?.[1];
  }, whole);

const idOf = (each: unknown): unknown =>
  typeof each === 'object' && each !== null && 'id' in each ? each.id : undefined;

function namesIn(
  { status, field, name }: NonNullable<Finding['params']>,
  { form }: ItemContent,
  catalog: FieldCatalog,
) {
  const questionName = (id: string): string | undefined => {
    const question = form.find((each) => each.id === id);
    return question && (localized(question.label) || undefined);
  };
  const fieldId = plainParam(field);
  return {
    ...(typeof status === 'string' && { status: catalog.valueName('status', status) }),
    ...(fieldId !== '' && { field: questionName(fieldId) ?? catalog.fieldName(fieldId) }),
    ...(typeof name === 'string' && { name: `{{${name}}}` }),
  };
}
