import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from '../client';

const schema = v.object({ timeZone: v.string() });

/** The zone in which Jira reads the dates of the app's own queries: that of the app's account. */
export async function askersZone(): Promise<string> {
  const { timeZone } = await readJira(api.asApp().requestJira(route`/rest/api/3/myself`), schema);
  return timeZone;
}
