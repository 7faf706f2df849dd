import { validateDefinitions, testProblems, type Problem } from './domain';
import type { SlaDefinitions } from '../engine/model';
import { longNames } from './long-names';

/** Everything wrong with definitions: names that are too long, broken rules, and test cases that do not come out as expected. */
export const checkDefinitions = (definitions: SlaDefinitions, now: number): readonly Problem[] => [
  ...longNames(definitions),
  ...validateDefinitions(definitions, now),
  ...testProblems(definitions),
];
