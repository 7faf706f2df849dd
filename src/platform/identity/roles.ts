import api, { route } from '@forge/api';
import * as v from 'valibot';
import { PERMISSIONS, type Role } from '../../kernel/names';
import { JiraRefused } from '../../kernel/errors';
import { log } from '../log';
import { jsonBody, readJira } from '../jira/client';
import { moduleAri } from '../module-ari';

export interface Standing {
  readonly roles: readonly Role[];
  readonly jiraAdmin: boolean;
  /** Whether Jira lets this person in at all: readers of Confluence may have no access to it. */
  readonly jira: boolean;
}

const NO_JIRA: Standing = { roles: [], jiraAdmin: false, jira: false };

const answerSchema = v.object({ globalPermissions: v.array(v.string()) });

const ROLES = Object.keys(PERMISSIONS) as readonly Role[];

/**
 * What the calling user may do in the app: Jira's own global permissions, asked of Jira as that user. Whoever Jira
 * refuses to hear has no role.
 */
export async function standingOfCaller(): Promise<Standing> {
  try {
    return await askKnown();
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 403) return NO_JIRA;
    throw error;
  }
}

/** Jira refuses the whole question while it does not know one of the app's own permissions: just after an installation. */
async function askKnown(): Promise<Standing> {
  try {
    return await askJira(ROLES);
  } catch (error) {
    if (!(error instanceof JiraRefused && error.status === 400)) throw error;
    log.warn('identity.permissionsUnknown', { message: error.message });
    return await askJira([]);
  }
}

async function askJira(roles: readonly Role[]): Promise<Standing> {
  const keys = new Map(roles.map((role) => [role, moduleAri(PERMISSIONS[role])]));
  const answer = await readJira(
    api.asUser().requestJira(route`/rest/api/3/permissions/check`, {
      method: 'POST',
      ...jsonBody({ globalPermissions: ['ADMINISTER', ...keys.values()] }),
    }),
    answerSchema,
  );
  const granted = new Set(answer.globalPermissions);
  return {
    jira: true,
    jiraAdmin: granted.has('ADMINISTER'),
    roles: roles.filter((role) => granted.has(keys.get(role) ?? '')),
  };
}
