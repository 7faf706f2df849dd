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
