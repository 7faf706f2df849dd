/** Every REST operation the app calls: documented, not on its way out, covered by a scope; and no scope without one. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { SCOPE_RULES } from '../../local/forge/products/scope-table';
import { judgeScopes } from '../../local/forge/products/scopes';
import { openWikiFor } from '../../local/products/confluence/testing/wiki';
import { openDesk } from '../../local/products/jira/testing/desk';
import { haveDocuments, OPENAPI_DIR } from '../../local/products/testing/conformance';

interface Manifest {
  readonly permissions: { readonly scopes: readonly string[] };
  readonly modules: { readonly trigger: readonly { readonly events: readonly string[] }[] };
}
const manifest = parse(readFileSync('manifest.yml', 'utf8')) as Manifest;
const granted = manifest.permissions.scopes.map((name) => ({ name, allowImpersonation: false }));

/** Not of REST operations: storage, and the event of pages. */
const OTHERWISE = ['storage:app', 'read:confluence-content.summary'];

const sources = execFileSync('git', ['ls-files', 'src', 'static'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file));

/** `GET /rest/api/3/issue/x?…` of each call that a source writes out, with the file that does. */
const calls = sources.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  // A path that a comment quotes ends with a backslash.
  const found = [...text.matchAll(/['`](\/(?:wiki\/)?(?:rest|api)\/[^'`\n]*[^'`\n\\])['`]/g)];
  return found.map(({ 1: written = '', index }) => {
    const path = written.replace(/\$\{[^}]*\}/g, 'x').replace(/\?.*$/, '');
    // The method stands behind the path, or is the one of a reading.
    const method = /method: '(\w+)'|'(POST|PUT|DELETE)'/.exec(text.slice(index, index + 260));
    return { file, path, method: method?.[1] ?? method?.[2] ?? 'GET' };
  });
});
const productOf = (path: string) => (path.startsWith('/wiki') ? 'confluence' : 'jira');
/** Some sources name an operation of which the method stands elsewhere: any that the table has for the path will do. */
const methodsOf = (path: string, method: string): readonly string[] =>
  judgeScopes(productOf(path), method, path, granted).kind === 'unknown'
    ? ['GET', 'POST', 'PUT', 'DELETE'].filter(
        (each) => judgeScopes(productOf(path), each, path, granted).kind !== 'unknown',
      )
    : [method];

describe('the operations of the app', () => {
  it('are all found', () => {
    expect(calls.length).toBeGreaterThan(60);
    const unknown = calls.filter(({ path, method }) => methodsOf(path, method).length === 0);
    expect(unknown.map(({ file, path }) => `${file} ${path}`)).toEqual([]);
  });

  it('are covered by the scopes of the manifest', () => {
    const missing = calls.flatMap(({ path, method }) =>
      methodsOf(path, method).flatMap((each) => {
        const verdict = judgeScopes(productOf(path), each, path, granted);
        return verdict.kind === 'missing' ? [`${each} ${path}: ${verdict.wanted}`] : [];
      }),
    );
    expect(missing).toEqual([]);
  });

  it('need every scope of the manifest', () => {
    const used = calls.flatMap(({ path, method }) =>
      methodsOf(path, method).flatMap((each) => {
        const { scopes } = { scopes: [], ...judgeScopes(productOf(path), each, path, granted) };
        return scopes;
      }),
    );
    // Jira asks for this one when an app fills its own fields; it documents the scope as optional for now.
    const needed = new Set([...used, ...OTHERWISE, 'write:app-data:jira']);
    expect(manifest.permissions.scopes.filter((scope) => !needed.has(scope))).toEqual([]);
  });

  it('stand in the decision that lists them with their scopes', () => {
    const decision = readFileSync('docs/adr/0027-operations-and-scopes.md', 'utf8');
    const shape = (path: string) => path.replace(/\/x(?=\/|$)/g, '/*');
    const absent = [...new Set(calls.map(({ path }) => shape(path)))].filter(
      (path) => !decision.includes(`\`${path}\``) && !decision.includes(`${path}\``),
    );
    expect(absent).toEqual([]);
  });
});

/** What the site's own pages, and what happens on a site without the app, call beyond that. */
const OF_THE_SITE = [
  'DELETE /rest/api/3/issue/*',
  'DELETE /rest/api/3/issue/*/comment/*',
  'GET /rest/servicedeskapi/request/*/approval',
  'POST /rest/servicedeskapi/request/*/approval/*',
  'GET /wiki/api/v2/spaces',
  'GET /wiki/api/v2/spaces/*',
  'POST /wiki/api/v2/pages',
  'PUT /wiki/api/v2/pages/*',
  'GET /wiki/api/v2/pages/*/labels',
];

/** What confidential requests will call: answered, with its scopes, and not called yet. */
const AHEAD = ['GET /rest/api/3/project/*/securitylevel'];

describe('the local products', () => {
  const routes = [...openDesk().jira.routes, ...openWikiFor().wiki.routes].map(
    ({ method, template }) => `${method} ${template.replace(/\{[^}]+\}/g, '*')}`,
  );
  const rules = [...SCOPE_RULES.jira, ...SCOPE_RULES.confluence].map(
    ({ method, path }) => `${method} ${path}`,
  );
  const called = (operation: string) => {
    const [method = '', path = ''] = operation.split(' ');
    return calls.some(
      (call) =>
        call.path.replace(/\/x(?=\/|$)/g, '/*') === path &&
        (call.method === method || readFileSync(call.file, 'utf8').includes(`'${method}'`)),
    );
  };

  it('answer what the app calls, and of the rest only what the site needs', () => {
    const others = [...OF_THE_SITE, ...AHEAD];
    expect(routes.filter((route) => !called(route) && !others.includes(route))).toEqual([]);
    expect(others.filter((route) => !routes.includes(route) || called(route))).toEqual([]);
  });

  it('have a rule of scopes for each operation of the app, and no other', () => {
    expect([...rules].sort()).toEqual(routes.filter((route) => !OF_THE_SITE.includes(route)).sort());
  });
});

(haveDocuments() ? describe : describe.skip)('the documents of these operations', () => {
  type Paths = Record<string, Record<string, { readonly deprecated?: boolean }>>;
  const pathsOf = (file: string, prefix = ''): readonly (readonly [RegExp, Paths[string], number])[] =>
    Object.entries((JSON.parse(readFileSync(join(OPENAPI_DIR, file), 'utf8')) as { paths: Paths }).paths).map(
      ([template, operations]) => [
        new RegExp(`^${prefix}${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
        operations,
        template.split('{').length,
      ],
    );

  /** Both lists of priorities are marked; this is the one in pages, and nothing takes its place. */
  const WITHOUT_SUCCESSOR = ['GET /rest/api/3/priority/search'];

  it('mark none of them as deprecated', () => {
    const documents = [
      ...pathsOf('jira-platform-v3.2026-04-20.json'),
      ...pathsOf('confluence-v1.2023-08-08.json'),
      ...pathsOf('confluence-v2.2026-04-30.json', '/wiki/api/v2'),
    ].sort((a, b) => a[2] - b[2]);
    const deprecated = calls.flatMap(({ path, method }) =>
      methodsOf(path, method).flatMap((each) => {
        const operation = documents.find(([pattern]) => pattern.test(path))?.[1]?.[each.toLowerCase()];
        return operation?.deprecated === true ? [`${each} ${path}`] : [];
      }),
    );
    expect(deprecated.filter((each) => !WITHOUT_SUCCESSOR.includes(each))).toEqual([]);
  });
});
