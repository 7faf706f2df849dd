import * as v from 'valibot';
import { log } from '../../platform/log';
import { answerJql, type JqlAnswer } from '../../sla';

const payloadSchema = v.object({
  clause: v.object({
    functionName: v.string(),
    operator: v.pipe(
      v.string(),
      v.transform((operator) => operator.toLowerCase().replace('_', ' ')),
      v.picklist(['in', 'not in']),
    ),
    arguments: v.array(v.string()),
  }),
});

const UNKNOWN = 'Pledge does not understand this call of its function. Write: issue in slaBreached().';
const DOWN = 'Pledge could not work this out just now. Search again in a minute.';

/**
 * What a JQL function stands for. Jira asks once per function and arguments and keeps the answer, but no error: a
 * metric that is defined later is found then.
 */
export async function onJql(payload: unknown): Promise<JqlAnswer> {
  const parsed = v.safeParse(payloadSchema, payload);
  if (!parsed.success) return { error: UNKNOWN };
  const { functionName, operator, arguments: given } = parsed.output.clause;
  try {
    return await answerJql({ name: functionName, operator, arguments: given });
  } catch (error) {
    log.error('jql.failed', error);
    return { error: DOWN };
  }
}
