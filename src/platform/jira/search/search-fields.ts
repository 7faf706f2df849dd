import api, { route } from '@forge/api';
import { jsonBody, readJira } from '../client';
import { searchPageSchema } from '../issues/history-schema';

export interface FieldsPage {
  readonly issues: readonly { readonly key: string; readonly fields: Readonly<Record<string, unknown>> }[];
  readonly nextPageToken?: string | undefined;
}

/** A page of a hundred issues as the app sees them, with some of their fields and nothing of their histories. */
export async function searchFields(
  jql: string,
  fields: readonly string[],
  pageToken: string | undefined,
): Promise<FieldsPage> {
  const page = await readJira(
    api.asApp().requestJira(route`/rest/api/3/search/jql`, {
      method: 'POST',
      ...jsonBody({
        jql,
        fields,
        maxResults: 100,
        ...(pageToken === undefined ? {} : { nextPageToken: pageToken }),
      }),
    }),
    searchPageSchema,
  );
  return { issues: page.issues, nextPageToken: page.nextPageToken ?? undefined };
}
