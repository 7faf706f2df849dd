/** Quiet hours, the contact person and the limits in a configuration file. */
import * as v from 'valibot';
import { sameValues } from '../../kernel/same-values';
import { malformed } from './domain/rules/malformed';
import type { PolicyConfig } from './domain/policy/model';
import { policyConfigSchema } from './domain/policy/schema';
import { readPolicy, savePolicy } from './stored/policy-store';
import type { Editor } from './change-definitions';
import type { ImportOutcome } from '../../kernel/answers';

/** The policy in force, without its version and without safe mode. */
export async function exportPolicy(): Promise<PolicyConfig> {
  const { version: _version, safeModeSince: _since, ...config } = await readPolicy();
  return config;
}

const NOTHING: ImportOutcome = { created: 0, updated: 0, unchanged: 0, problems: [] };

/**
 * Takes over the policy of a file; a file without one, as older versions wrote it, leaves everything as it is. Safe mode
 * stays as it is too. Nothing is stored with `dryRun`, with a problem, or when nothing differs. @throws CONFLICT
 */
export async function importPolicy(input: unknown, dryRun: boolean, editor: Editor): Promise<ImportOutcome> {
  if (input === undefined) return NOTHING;
  const parsed = v.safeParse(policyConfigSchema, input);
  if (!parsed.success) return { ...NOTHING, problems: parsed.issues.map(problemOf) };
  const { version, safeModeSince, ...config } = await readPolicy();
  if (sameValues(parsed.output, config)) return { ...NOTHING, unchanged: 1 };
  if (!dryRun) await savePolicy({ ...parsed.output, version }, safeModeSince !== undefined, editor);
  return version === 0 ? { ...NOTHING, created: 1 } : { ...NOTHING, updated: 1 };
}

const problemOf = (issue: v.BaseIssue<unknown>): ImportOutcome['problems'][number] =>
  malformed({ whose: 'policy', at: v.getDotPath(issue) ?? '', issue });
