import { validateDefinitions, testProblems, type Problem } from '../domain';
import type { SlaDefinitions } from '../domain/model';

/** Everything wrong with definitions: broken rules, and test cases that do not come out as expected. */
export const checkDefinitions = (definitions: SlaDefinitions, now: number): readonly Problem[] => [
  ...validateDefinitions(definitions, now),
  ...testProblems(definitions),
];
