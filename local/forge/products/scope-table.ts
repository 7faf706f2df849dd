import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const needed = v.strictObject({
  classic: v.optional(v.string()),
  granular: v.optional(v.array(v.string()), []),
});
const operations = v.record(v.string(), needed);

/** Which scope a REST operation needs: one classic scope, or all of the granular ones together. */
export interface ScopeRule {
  readonly method: string;
  /** `*` stands for one segment. */
  readonly path: string;
  /** Undefined: there is no classic scope for it, or none is needed. */
  readonly classic?: string | undefined;
  readonly granular: readonly string[];
}

const TABLE = v.parse(
  v.strictObject({ jira: operations, confluence: operations }),
  parse(readFileSync(path.join(__dirname, 'scopes.yml'), 'utf8')),
);

const rulesOf = (product: keyof typeof TABLE): readonly ScopeRule[] =>
  Object.entries(TABLE[product]).map(([operation, scopes]) => {
    const [method = '', path = ''] = operation.split(' ');
    return { method, path, ...scopes };
  });

/** The operations the app calls. Any other does not exist for it. */
export const SCOPE_RULES = { jira: rulesOf('jira'), confluence: rulesOf('confluence') };
