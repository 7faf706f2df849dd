/**
 * Atlassian's own checks, offline: manifest validation and the client-side linters of @forge/lint.
 * The permission linter reads Atlassian's OpenAPI documents; where they are absent the check says so and does the rest.
 * Warnings fail.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const require = createRequire(import.meta.url);
const { parse } = require('yaml');

const openapi = resolve(process.env.OPENAPI_DIR ?? '../shared/openapi');
const file = (prefix) => {
  const name = existsSync(openapi)
    ? readdirSync(openapi).find((entry) => entry.startsWith(prefix))
    : undefined;
  return name === undefined ? undefined : join(openapi, name);
};
const documents = {
  jira: file('jira-platform'),
  jsm: file('jira-service-management'),
  v1: file('confluence-v1'),
  v2: file('confluence-v2'),
};
const withPermissions = Object.values(documents).every((path) => path !== undefined);
if (!withPermissions) {
  console.log(
    `NOTICE: no OpenAPI documents at ${openapi}: scopes are not checked against Atlassian's operations here.`,
  );
}

const empty = join(mkdtempSync(join(tmpdir(), 'pledge-lint-')), 'empty.json');
writeFileSync(empty, '{"paths":{}}');
Object.assign(process.env, {
  USE_LOCAL_SWAGGER: '1',
  LOCAL_JIRA_SWAGGER: documents.jira ?? empty,
  LOCAL_JSM_SWAGGER: documents.jsm ?? empty,
  LOCAL_JSW_SWAGGER: empty,
  LOCAL_CONF_SWAGGER: documents.v1 ?? empty,
  LOCAL_CONF_V2_SWAGGER: documents.v2 ?? empty,
  LOCAL_BB_SWAGGER: empty,
});

const sources = (dir) =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return entry.name === 'build' || entry.name === 'cli' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')
      ? [path]
      : [];
  });

const problems = [];
const crashed = [];
const note =
  (level) =>
  (...words) => {
    const text = words.map(String).join(' ');
    if (/linter ?failed/i.test(text)) crashed.push(text);
    if (level !== 'info') console.log(text);
  };
const logger = {
  info: note('info'),
  warn: note('warn'),
  error: note('error'),
  debug: note('info'),
  trace: note('info'),
};

const { validate } = require('@forge/manifest');
const validation = await validate(false, resolve('manifest.yml'));
for (const issue of validation?.errors ?? [])
  problems.push(`manifest.yml:${issue.line ?? '?'} ${issue.level ?? 'error'} ${issue.message}`);

const { lint } = require('@forge/lint');
// The only method the manifest linters call on it; the list of runtimes that deploys refuse.
const flags = { getDeprecatedRuntimes: async () => ['nodejs18.x', 'nodejs20.x'] };
const manifest = parse(readFileSync('manifest.yml', 'utf8'));
const results = await lint(sources('src').concat(sources('static')), manifest, 'production', logger, flags, {
  linter: { mode: 'client-side' },
});
for (const result of results) {
  for (const issue of [...result.errors, ...result.warnings, ...result.approvals]) {
    problems.push(`${result.file}:${issue.line} ${issue.message}`);
  }
}
for (const text of crashed) problems.push(`a linter crashed: ${text}`);

for (const problem of problems) console.log(problem);
console.log(
  `Forge checks: ${results.length} linters${withPermissions ? '' : ' (scopes not checked)'}, ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
