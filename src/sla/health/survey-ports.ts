/** The daily survey on Forge. */
import { searchFields } from '../../platform/jira/open-issues';
import { readDefinitionsVersion, readStoredDefinitions } from '../definitions-store';
import { slaRecords } from '../record';
import { restFields } from '../runtime/live-ports';
import { categoriesOfSite } from '../runtime/status-categories';
import { survey, type SurveyPorts } from './survey';
import { writeSurvey } from './survey-document';

const surveyPorts: SurveyPorts = {
  definitions: async () => (await readStoredDefinitions()).definitions,
  version: readDefinitionsVersion,
  records: slaRecords,
  openIssues: (jql, definitions, pageToken) => searchFields(jql, restFields(definitions), pageToken),
  categories: categoriesOfSite,
};

/** Surveys the records and keeps what it found for the health page. */
export async function surveyNow(now: number): Promise<void> {
  await writeSurvey(await survey(surveyPorts, now));
}
