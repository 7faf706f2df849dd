import { load } from 'cheerio/slim';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';

const quiet = { info: () => undefined };

/** Where the real Object Store serves what it has signed. */
const OBJECTS = 'https://tdp-os.services.atlassian.com';

/** The Content-Security-Policy Forge would send with this page, with reports and objects kept on this machine. */
export function cspFor(
  html: string,
  permissions: object,
  shellOrigin: string,
  objectsOrigin: string,
): string {
  const details = new CSPProcessingService(quiet, load).getCspDetails(html, permissions);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', hostname: shellOrigin })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ')
    .replaceAll(OBJECTS, objectsOrigin);
}
