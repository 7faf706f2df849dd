/** Every kind of rows in which people may be named. */
import { catalogRows } from '../../catalog/personal';
import { knowledgeRows } from '../../knowledge/personal';
import { peopleRows } from '../../people/personal';
import { privacyRows } from '../../privacy';
import { requestRows } from '../../requests/personal';
import { settingsRows } from '../../settings/personal';
import { slaRows } from '../../sla/personal';
import { workRows } from '../../work/own-rows';

export const PERSONAL_ROWS = [
  ...catalogRows,
  ...requestRows,
  ...knowledgeRows,
  ...slaRows,
  ...peopleRows,
  ...workRows,
  ...privacyRows,
  ...settingsRows,
];
