import { readIssueKind } from '../../platform/jira/issues/issue-kind';
import type { IssueForecastSample } from './domain/answers';
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import { readDisplay } from '../definitions/stored/display-store';
import { showsForecasts } from '../definitions/domain/display/model';
import { keyOfIssue } from '../engine/forecast/key-of-issue';
import { onlyNaming } from '../engine/forecast/pack';
import { withheldMetrics } from '../engine/compiled/requesters';
import { readSample } from './sample';

/**
 * What a browser needs to forecast the clocks of an issue that its user may browse: courses like it by their key, all
 * others without one; of clocks that are hidden from requesters for agents only. Null while nothing was learned, and where forecasts are switched off.
 */
export async function forecastSampleOf(
  issueId: string,
  isAgent: () => Promise<boolean>,
): Promise<IssueForecastSample | null> {
  const [{ definitions }, display, sample, issue] = await Promise.all([
    readStoredDefinitions(),
    readDisplay(),
    readSample(),
    readIssueKind(issueId),
  ]);
  if (sample === null || issue === null || !showsForecasts(display)) return null;
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
