import { getAppContext } from '@forge/api';

/** How Jira names a module of this installation: the key of a permission, the type of a custom field. */
export function moduleAri(moduleKey: string): string {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${moduleKey}`;
}
