/** The custom fields the manifest declares: only the app may write them. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../../kernel/errors';
import { moduleAri } from '../../module-ari';
import { doneJira, jsonBody, readJira } from '../client';

const fieldsSchema = v.array(
  v.object({ id: v.string(), schema: v.optional(v.object({ custom: v.optional(v.string()) })) }),
);

/**
 * Ids such as `customfield_10050` by the module key of the manifest; a field the site does not have is left out. Jira
 * names the module's ARI as the type of the field.
 */
export async function appFieldIds(moduleKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const fields = await readJira(api.asApp().requestJira(route`/rest/api/3/field`), fieldsSchema);
  const idOfType = new Map(fields.map(({ id, schema }) => [schema?.custom, id]));
  return new Map(
    moduleKeys.flatMap((key) => {
      const id = idOfType.get(moduleAri(key));
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}

/** The first field of one of these types, such as Jira's own Team field; `null` on a site without. */
export async function fieldOfType(types: readonly string[]): Promise<string | null> {
  const fields = await readJira(api.asApp().requestJira(route`/rest/api/3/field`), fieldsSchema);
  return fields.find(({ schema }) => types.includes(schema?.custom ?? ''))?.id ?? null;
}

export interface AppFieldValue {
  readonly fieldId: string;
  readonly value: string | number | null;
}

/**
 * Writes fields of one issue in one call. Without changelog and events: what follows from other changes is no change of
 * its own, and must not wake this app or others again. `false` when Jira refuses, as it does when the issue or a field
 * is gone meanwhile.
 */
export async function writeAppFields(issueId: string, values: readonly AppFieldValue[]): Promise<boolean> {
  const updates = values.map(({ fieldId, value }) => ({
    customField: fieldId,
    issueIds: [Number(issueId)],
    value,
  }));
  try {
    await doneJira(
      api
        .asApp()
        .requestJira(route`/rest/api/3/app/field/value?generateChangelog=false&generateAppEvents=false`, {
          method: 'POST',
          ...jsonBody({ updates }),
        }),
    );
    return true;
  } catch (error) {
    if (error instanceof JiraRefused) return false;
    throw error;
  }
}
