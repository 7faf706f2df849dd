import { readIssueKind } from '../../platform/jira/issue-kind';
import type { IssueForecastSample } from '../domain/answers/forecasts';
import { readStoredDefinitions } from '../definitions-store';
import { showsForecasts } from '../domain/display/model';
import { keyOfIssue } from '../domain/forecast/key-of-issue';
import { onlyNaming } from '../domain/forecast/pack';
import { withheldMetrics } from '../domain/requesters';
import { readSample } from './sample';

/**
 * What a browser needs to forecast the clocks of an issue that its user may browse: courses like it by their key, all
 * others without one; of clocks that are hidden from requesters for agents only. Null while nothing was learned, and where forecasts are switched off.
 */
export async function forecastSampleOf(
  issueId: string,
  isAgent: () => Promise<boolean>,
): Promise<IssueForecastSample | null> {
  const [{ definitions }, sample, issue] = await Promise.all([
    readStoredDefinitions(),
    readSample(),
    readIssueKind(issueId),
  ]);
  if (sample === null || issue === null || !showsForecasts(definitions.display)) return null;
  const key = keyOfIssue(issue);
  const withheld = withheldMetrics(definitions);
  const toAgent = withheld.size === 0 || (await isAgent());
  return {
    key,
    learnedAt: sample.learnedAt,
    metrics: sample.metrics
      .filter(({ id }) => toAgent || !withheld.has(id))
      .map(({ id, courses }) => ({ id, courses: onlyNaming(key, courses) })),
  };
}
