import { load } from 'cheerio/slim';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';

const quiet = { info: () => undefined };

/** The Content-Security-Policy Forge would send with this page, with reports kept on this machine. */
export function cspFor(html: string, permissions: object, shellOrigin: string): string {
  const details = new CSPProcessingService(quiet, load).getCspDetails(html, permissions);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', hostname: shellOrigin })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ');
}
