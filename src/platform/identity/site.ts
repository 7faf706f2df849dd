import { getAppContext } from '@forge/api';

/** Whether the app is connected to Confluence on this site. Jira always is: the app can't be installed without it. */
export function isConfluenceConnected(): boolean {
  const contexts = getAppContext().installation?.contexts ?? [];
  return contexts.some((context) => context.toString().startsWith('ari:cloud:confluence:'));
}
