import { getAppContext } from '@forge/api';

/** Whether this is an installation to develop and test with: what there is a fault of the app must show there. */
export const isDevelopment = (): boolean => getAppContext().environmentType === 'DEVELOPMENT';

/** Whether the app is connected to Confluence on this site. Jira always is: the app can't be installed without it. */
export function isConfluenceConnected(): boolean {
  const contexts = getAppContext().installation?.contexts ?? [];
  return contexts.some((context) => context.toString().startsWith('ari:cloud:confluence:'));
}
