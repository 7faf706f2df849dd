import type { Scope } from '../manifest/schema';
import { SCOPE_RULES, type ScopeRule } from './scope-table';

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

const TABLES = { jira: compile(SCOPE_RULES.jira), confluence: compile(SCOPE_RULES.confluence) };

/** Answers whether the app's scopes allow an operation: the classic scope, or all of the granular ones. */
export function judgeScopes(
  product: 'jira' | 'confluence',
  method: string,
  pathAndQuery: string,
  granted: readonly Scope[],
): ScopeVerdict {
  const path = pathAndQuery.split('?', 1)[0] ?? '';
  const rule = TABLES[product]
    .filter((candidate) => candidate.method === method && candidate.pattern.test(path))
    .sort((a, b) => a.wildcards - b.wildcards)[0];
  if (rule === undefined) return { kind: 'unknown' };
  const { classic, granular } = rule;
  if (classic === undefined && granular.length === 0) return { kind: 'allowed', scopes: [] };
  const names = new Set(granted.map((scope) => scope.name));
  if (classic !== undefined && names.has(classic)) return { kind: 'allowed', scopes: [classic] };
  if (granular.length > 0 && granular.every((name) => names.has(name)))
    return { kind: 'allowed', scopes: granular };
  const choices = [
    ...(classic === undefined ? [] : [classic]),
    ...(granular.length > 0 ? [granular.join(' + ')] : []),
  ];
  return { kind: 'missing', wanted: choices.join(' or ') };
}
