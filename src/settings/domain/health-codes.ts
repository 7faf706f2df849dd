import { ITEM_PROBLEM_CODES } from '../../catalog/domain/item/item-problem';
import { SLA_HEALTH_CODES } from '../../sla/health/domain/codes';

/** What could not be done for requests. */
const REQUEST_CODES = ['approverLeft', 'slowDelivery', 'stepFailed'] as const;

/** What is said of people, and by whom it is missed. */
const PEOPLE_CODES = ['stale', 'missing'] as const;

/** Every code a row of the health page can have: screens have words for each of them in every language. */
export const HEALTH_CODES = [
  ...ITEM_PROBLEM_CODES.map((code) => `item.${code}` as const),
  'mapping.refused' as const,
  ...REQUEST_CODES.map((code) => `request.${code}` as const),
  ...PEOPLE_CODES.map((code) => `people.${code}` as const),
  ...SLA_HEALTH_CODES,
];
export type HealthCode = (typeof HEALTH_CODES)[number];
