import { getAppContext } from '@forge/api';

/**
 * Where the portal is on this site: the path of the app's global page in Jira. The ids in it differ from installation to
 * installation, so it is made when it is asked for and never stored.
 */
export function portalPath(): string {
  const { appAri, environmentAri } = getAppContext();
  return `/jira/apps/${appAri.appId}/${environmentAri.environmentId}`;
}
