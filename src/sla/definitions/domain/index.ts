/** What may be asked of definitions: reading them, what is wrong with them, their test cases. */
export {
  InvalidDefinitionError,
  parseDefinitions,
  type ParsedDefinitions,
  readDefinitions,
} from './rules/parse';
export { type Problem, PROBLEM_CODES, type ProblemCode } from './rules/problem';
export { type Budget, agreementBudgets } from './rules/budget';
export { yearWithoutHolidays } from './rules/calendar-rules';
export { validateDefinitions } from './rules/validate';
export { TEST_CASE_FAILED, testProblems } from './testcases/problems';
export { runTests, type TestResult } from './testcases/run-tests';
