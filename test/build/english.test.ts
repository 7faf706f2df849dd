/** The backend gives codes: sentences for people stand in catalogues, in every language. */
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../../src');

/** What takes a line for logs or a query for a product. */
const TECHNICAL =
  /^(AppFailure|badRequest|notFound|conflict|forbidden|fail|Error|RangeError|super|JiraUnavailable|JiraRefused|confluenceDown|jsonBody|doubt|remembered|ports\.search|searchHistories|allOf|log\.\w+)$/;

/** Where English is still made, or is no sentence for people. A file that is not here may make none. */
const ALLOWED: readonly RegExp[] = [
  // The command line speaks English, and reads files that people write for it.
  /^sla\/cli\//,
  /^sla\/domain\/(engine\/history-schema|instant-text)\.ts$/,
  // Sentences in both languages, of the command line and of escalations.
  /^sla\/domain\/text\//,
  /^sla\/escalation\/(digest|message)\.ts$/,
  // Jira shows these to whoever searches, and tells no language.
  /^entry\/jql\/on-jql\.ts$/,
  /^sla\/domain\/jql\//,
  // Shown on work items and pages, where nobody's language is known; and texts that have both languages beside them.
  /^knowledge\/domain\/(byline|words)\.ts$/,
  /^requests\/(domain\/(issue-fields|stages)|steps|view)\.ts$/,
  /^sla\/view\/fields\.ts$/,
  // Names in the audit log.
  /^sla\/(config\/(change-definitions|transfer)|policy-store)\.ts$/,
  // Details of errors, names of Jira's own, parts of queries.
  /^(sla\/rights|platform\/identity\/caller|kernel\/errors)\.ts$/,
  /^catalog\/domain\/(answers-schema|form-schema|schema)\.ts$/,
  /^sla\/(record|domain\/(history\/(changes|schema)|children\/above|policy\/quiet)|runtime\/jira-fields)\.ts$/,
  /^(knowledge\/domain\/cql|sla\/(jobs\/reconcile|change\/dry-run|forecast\/learn|health\/usage|performance\/count-project))\.ts$/,
];

const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
};

const isTechnical = (node: ts.Node): boolean => {
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
    if (text !== undefined && /[A-Za-z]{2,} [a-z]{2,}/.test(text) && !isTechnical(node)) found.push(text);
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
