/** JQL functions of the app: Jira asks the app once what a call stands for, keeps the answer, and puts it in the query. */
import { type Clause, QueryError } from './ast.ts';
import { type Compare } from './condition.ts';
import { parseQuery } from './parse.ts';
import { type Site } from '../site.ts';
import { type JqlFunction } from '../../../kernel/jira-hooks.ts';

/** A call in a query, as far as its answer depends on it. */
interface Call {
  readonly declared: JqlFunction;
  readonly field: string;
  readonly operator: string;
  readonly args: readonly string[];
}

interface Row {
  readonly id: string;
  readonly value: string | null;
  readonly error: string | null;
}

const UNUSED_MS = 7 * 86_400_000;
/** What the app could not answer is asked again after a minute. */
const FAILED_MS = 60_000;
const ISSUE_FIELDS = new Set(['issue', 'issuekey', 'key', 'id']);

function callIn(clause: Compare, site: Site): Call | undefined {
  const [operand] = clause.operands;
  if (clause.operands.length !== 1 || operand?.kind !== 'function') return undefined;
  const name = operand.name.toLowerCase();
  const declared = site.hooks.jqlFunctions.find((one) => one.name.toLowerCase() === name);
  return (
    declared && { declared, field: clause.field.toLowerCase(), operator: clause.operator, args: operand.args }
  );
}

const callsIn = (clause: Clause | undefined, site: Site): Call[] => {
  if (clause === undefined) return [];
  if (clause.kind === 'compare') return [callIn(clause, site) ?? []].flat();
  return (clause.kind === 'not' ? [clause.part] : clause.parts).flatMap((part) => callsIn(part, site));
};

/** Why Jira would not even ask the app. */
function misuse({ declared, field, operator, args }: Call): string | undefined {
  const [least, most] = [
    declared.arguments.filter(({ required }) => required).length,
    declared.arguments.length,
  ];
  if (!ISSUE_FIELDS.has(field))
    return `The function '${declared.name}' is not supported by the '${field}' field.`;
  if (!declared.operators.includes(operator))
    return `The operator '${operator}' is not supported by the function '${declared.name}'.`;
  if (args.length < least || args.length > most)
    return `Function '${declared.name}' expected between '${least}' and '${most}' arguments but received '${args.length}'.`;
  return undefined;
}

const keyOf = ({ declared, field, operator, args }: Call): string[] => [
  declared.key,
  field,
  operator,
  JSON.stringify(args),
];

const kept = (site: Site, call: Call): Row | undefined =>
  site.sql.one<Row>(
    'select id, value, error from jira_precomputations where function_key = ? and field = ? and operator = ? and arguments = ?',
    keyOf(call),
  );

async function compute(site: Site, call: Call): Promise<void> {
  const now = site.clock.now();
  const id = crypto.randomUUID();
  const { declared, field, operator, args } = call;
  const answer = await declared.compute({
    precomputationId: id,
    clause: { field, type: ['issue'], operator, functionName: declared.name, arguments: args },
  });
  const until = 'jql' in answer || answer.stored ? null : now + FAILED_MS;
  site.sql.put(
    'jira_precomputations',
    [
      id,
      declared.key,
      declared.name,
      field,
      operator,
      JSON.stringify(args),
      'jql' in answer ? answer.jql : null,
      'jql' in answer ? null : answer.error,
      until,
      now,
      now,
    ],
    'replace',
  );
}

/** Asks the app for whatever a query needs of it and Jira does not have yet. A query that can't be read is left to the search. */
export async function precompute(site: Site, jql: string): Promise<void> {
  if (site.hooks.jqlFunctions.length === 0) return;
  const now = site.clock.now();
  site.sql.run('delete from jira_precomputations where used < ? or until <= ?', [now - UNUSED_MS, now]);
  let calls: Call[];
  try {
    calls = callsIn(parseQuery(jql).where, site);
  } catch {
    return;
  }
  for (const call of calls.filter((one) => misuse(one) === undefined)) {
    const row = kept(site, call);
    if (row) site.sql.run('update jira_precomputations set used = ? where id = ?', [now, row.id]);
    else await compute(site, call);
  }
}

/** The clause that takes the place of an app's function; undefined for any other clause. Throws the app's or Jira's words. */
export function replacementOf(clause: Compare, site: Site): Clause | undefined {
  const call = callIn(clause, site);
  if (!call) return undefined;
  const wrong = misuse(call);
  if (wrong !== undefined) throw new QueryError(wrong);
  const row = kept(site, call);
  if (row?.error) throw new QueryError(row.error);
  const fragment = row?.value ? parseQuery(row.value).where : undefined;
  if (!fragment) throw new QueryError(`The function '${call.declared.name}' could not be computed.`);
  if (callsIn(fragment, site).length > 0)
    throw new QueryError(`The function '${call.declared.name}' stands for another function of an app.`);
  return fragment;
}
