import { ifJiraTells } from '../../platform/jira/if-told';
import { type FieldOfJira, takesOptions, withOptionsOf } from '../domain/form/jira-options';
import type { FormField, Fulfilment } from '../domain/model';

type Place = Pick<Fulfilment, 'projectId' | 'issueTypeId'>;
/** The fields of the form in which Jira makes work items of a space and type. */
export type CreateFields = (projectId: string, issueTypeId: string) => Promise<readonly FieldOfJira[]>;

/**
 * A form with the options that fields of Jira have now, as the app reads them: whoever published the form chose to show them.
 * None while Jira can't say: then the question tells so, and takes no answer.
 */
export async function withOptionsOfJira(
  form: readonly FormField[],
  place: Place,
  createFields: CreateFields,
): Promise<readonly FormField[]> {
  return takesOptions(form) ? withOptionsOf(form, await fieldsIfTold(place, createFields)) : form;
}

const fieldsIfTold = async ({ projectId, issueTypeId }: Place, ask: CreateFields) =>
  projectId === '' || issueTypeId === '' ? [] : ((await ifJiraTells(ask(projectId, issueTypeId))) ?? []);
