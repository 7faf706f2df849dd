import type { Scope } from '../manifest/types';
import { CONFLUENCE_SCOPES, JIRA_SCOPES, type ScopeRule } from './scope-table';

export type ScopeVerdict =
  | { readonly kind: 'allowed'; readonly scopes: readonly string[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing'; readonly wanted: string };

interface CompiledRule extends ScopeRule {
  readonly pattern: RegExp;
  readonly wildcards: number;
}

const compile = (rules: readonly ScopeRule[]): readonly CompiledRule[] =>
  rules.map((rule) => ({
    ...rule,
    pattern: new RegExp(`^${rule.path.replace(/[.]/g, '\\.').replace(/\*/g, '[^/]+')}$`),
    wildcards: rule.path.split('*').length,
  }));

const TABLES = { jira: compile(JIRA_SCOPES), confluence: compile(CONFLUENCE_SCOPES) };

/** Answers whether the app's scopes allow an operation: the classic scope, or all of the granular ones. */
export function judgeScopes(
  product: 'jira' | 'confluence',
  method: string,
  pathAndQuery: string,
  granted: readonly Scope[],
): ScopeVerdict {
  const path = pathAndQuery.split('?', 1)[0] ?? '';
  const rule = TABLES[product]
    .filter((candidate) => candidate.methods.split(' ').includes(method) && candidate.pattern.test(path))
    .sort((a, b) => a.wildcards - b.wildcards)[0];
  if (rule === undefined) return { kind: 'unknown' };
  if (rule.classic === null) return { kind: 'allowed', scopes: [] };
  const names = new Set(granted.map((scope) => scope.name));
  if (rule.classic !== undefined && names.has(rule.classic))
    return { kind: 'allowed', scopes: [rule.classic] };
  const granular = rule.granular ?? [];
  if (granular.length > 0 && granular.every((name) => names.has(name)))
    return { kind: 'allowed', scopes: granular };
  const choices = [
    ...(rule.classic === undefined ? [] : [rule.classic]),
    ...(granular.length > 0 ? [granular.join(' + ')] : []),
  ];
  return { kind: 'missing', wanted: choices.join(' or ') };
}
