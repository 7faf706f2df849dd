import * as v from 'valibot';
import { runTests } from '../definitions/domain';
import { MEMBERS } from '../definitions/domain/sections';
import type { Instant } from '../engine/model';
import { failureText } from './failure-text';
import { readDefinitionsFile, type Warn } from './definitions-file';

/** How the test cases came out. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Where the lines of a run go: its results, and what the rules only warn of. */
export interface TestOutput {
  readonly print: (line: string) => void;
  readonly warn: Warn;
}

/** Definitions as `replay` takes them, or those in the document that the settings export. */
const definitionsIn = (json: unknown): unknown => {
  const file = v.safeParse(
    v.object({ pledge: v.literal(1), sections: v.record(v.string(), v.unknown()) }),
    json,
  );
  if (!file.success) return json;
  const lists = MEMBERS.map(({ list, key }) => [list, file.output.sections[key] ?? []]);
  return { ...Object.fromEntries(lists), schema: 1, version: 0 };
};

/**
 * `sla test`: a line per test case of every metric in the file; what a red one expected and what came out. `now` (UTC ms)
 * is the instant at which the rules look, as when the settings save.
 * @throws Error that names the file when it is refused, and why
 */
export const runTestCases = async (
  file: string,
  now: Instant,
  { print, warn }: TestOutput,
): Promise<TestCounts> => {
  const definitions = await readDefinitionsFile(file, now, warn, definitionsIn);
  let passed = 0;
  let failed = 0;
  for (const metric of definitions.metrics) {
    for (const result of runTests(definitions, metric)) {
      const name = `${metric.name.en}: ${result.test.name}`;
      if (result.passed) passed += 1;
      else failed += 1;
      print(result.passed ? `ok   ${name}` : `FAIL ${name}\n     ${failureText(result)}`);
    }
  }
  return { passed, failed };
};
