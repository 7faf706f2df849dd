/** `{{requester}}`, `{{item}}`, `{{field.<id>}}`: what an admin may write into a summary or a Jira field. */
const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/g;

export interface TemplateValues {
  readonly requester: string;
  readonly item: string;
  /** The readable answer to a field; empty when there is none. */
  readonly field: (id: string) => string;
}

/** Fills a template. Unknown placeholders become nothing; white space left by empty ones is tidied. */
export function fillTemplate(template: string, values: TemplateValues): string {
  const filled = template.replace(PLACEHOLDER, (_, name: string) => {
    if (name === 'requester') return values.requester;
    if (name === 'item') return values.item;
    return name.startsWith('field.') ? values.field(name.slice('field.'.length)) : '';
  });
  return filled.replace(/\s+/g, ' ').trim();
}

/** The placeholders a template uses, as written between the braces. */
export const placeholdersOf = (template: string): readonly string[] =>
  [...template.matchAll(PLACEHOLDER)].flatMap((match) => match[1] ?? []);

/** A template that uses the answers to other questions in the place of those it uses. */
export const withQuestions = (template: string, idOf: (id: string) => string): string =>
  template.replace(PLACEHOLDER, (written, name: string) =>
    name.startsWith('field.') ? `{{field.${idOf(name.slice('field.'.length))}}}` : written,
  );

/** The questions whose answers a template uses. */
export const questionsIn = (template: string): readonly string[] =>
  placeholdersOf(template).flatMap((name) =>
    name.startsWith('field.') ? [name.slice('field.'.length)] : [],
  );
