/** Answers Jira's question what one of the app's JQL functions stands for. */
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import { JqlRefusal } from './domain/jql/arguments';
import { asksNow } from './domain/jql/functions';
import { fieldIdsOfSite } from './follow/jira-fields';
import { fragmentOf, type JqlCall } from './domain/jql/fragment';

/** A JQL fragment, or a sentence that Jira shows beside the query. */
export type JqlAnswer = { readonly jql: string } | { readonly error: string };

/** The same for everybody: Jira shows each person only the issues they may see. */
export async function answerJql(call: JqlCall): Promise<JqlAnswer> {
  const { definitions } = await readStoredDefinitions();
  try {
    const id = asksNow(call.name) ? (await fieldIdsOfSite()).get('nextBreach') : undefined;
    // By number: names of fields are as an admin and a language have them.
    const field = id?.replace(/^customfield_(\d+)$/, 'cf[$1]');
    return { jql: fragmentOf(call, definitions, field) };
  } catch (error) {
    if (error instanceof JqlRefusal) return { error: error.message };
    throw error;
  }
}
