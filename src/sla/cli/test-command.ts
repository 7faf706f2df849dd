import { failureText, parseDefinitions, runTests } from '../domain';
import type { SlaDefinitions } from '../domain/model';
import { readJson, refusedFile } from './files';

/** How the test cases came out. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** `sla test`: a line per test case of every metric in the file; what a red one expected and what came out. */
export const runTestCases = async (file: string, print: (line: string) => void): Promise<TestCounts> => {
  const definitions = await readConfiguration(file);
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

/** Definitions as `replay` takes them, or the document that the settings export. */
async function readConfiguration(file: string): Promise<SlaDefinitions> {
  const json = await readJson(file);
  const exported = typeof json === 'object' && json !== null && 'pledge' in json && 'sla' in json;
  try {
    return parseDefinitions(exported ? { ...Object(json.sla), schema: 1, version: 0 } : json);
  } catch (error) {
    throw refusedFile(file, error);
  }
}
