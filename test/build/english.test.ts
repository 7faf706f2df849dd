/** The backend gives codes: sentences for people stand in catalogues, in every language. */
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../../src');

/** What takes a line for logs or a query for a product. */
const TECHNICAL =
  /^(AppFailure|badRequest|notFound|fail|Error|RangeError|super|JiraUnavailable|confluenceDown|jsonBody|doubt|remembered|ports\.search|searchHistories|allOf|log\.\w+)$/;

/** A query for Jira or Confluence, whole or in part. */
const QUERY = /^(not )?in$| in \(| ORDER BY | != Done$|^project = /;

/** Where English is still made, or is no sentence for people. A file that is not here may make none. */
const ALLOWED: readonly RegExp[] = [
  // The command line speaks English, and reads files that people write for it.
  /^sla\/cli\//,
  // Jira shows these to whoever searches, and tells no language.
  /^entry\/jql\/on-jql\.ts$/,
  /^sla\/clocks\/domain\/jql\//,
  // Kept in Jira and Confluence for all readers alike: a byline, the values of the SLA fields.
  /^knowledge\/domain\/byline\.ts$/,
  /^sla\/clocks\/display-copy\/fields\.ts$/,
  // Words to leave out of a search, in both languages; a link type of Jira's.
  /^kernel\/search\/search-words\.ts$/,
  /^sla\/engine\/related\/above\.ts$/,
];

const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
};

/** A key, or one of the texts of an object that has them in both languages. */
const isKeyOrPair = (node: ts.Node): boolean => {
  const { parent } = node;
  if (!ts.isPropertyAssignment(parent)) return false;
  if (parent.name === node) return true;
  const names = parent.parent.properties.map((property) => property.name?.getText());
  return names.includes('en') && names.includes('ru');
};

const isTechnical = (node: ts.Node): boolean => {
  if (isKeyOrPair(node)) return true;
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (ts.isImportDeclaration(at)) return true;
    if (ts.isCallExpression(at) || ts.isNewExpression(at)) {
      const callee = at.expression.getText();
      if (TECHNICAL.test(callee) || callee.endsWith('Refusal')) return true;
    }
  }
  return false;
};

function sentencesIn(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && /[A-Za-z]{2,} [a-z]{2,}/.test(text) && !QUERY.test(text) && !isTechnical(node))
      found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the backend', () => {
  it('makes no English sentence for people outside the catalogues', () => {
    const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|testing\//.test(name))
      .filter((name) => !ALLOWED.some((allowed) => allowed.test(name)));
    expect(sources.length).toBeGreaterThan(300);
    const told = sources.flatMap((name) => sentencesIn(join(ROOT, name)).map((text) => `${name}: ${text}`));
    expect(told).toEqual([]);
  });
});
