/** Inputs of the SLA engine and its readers that are kept beside the repository, as files. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CASES_DIR = resolve(process.env['SLA_CASES_DIR'] ?? '../shared/faults/sla-cases');

const haveCases = existsSync(CASES_DIR);

/** `describe`, or its skipped sibling with a notice where the inputs are not there. */
export const withCases = (what: string): typeof describe => {
  if (haveCases) return describe;
  console.warn(
    `Skipped: ${what} are not checked, as there are no inputs in ${CASES_DIR} (set SLA_CASES_DIR to point to them).`,
  );
  return describe.skip;
};

export const casePath = (...path: readonly string[]): string => join(CASES_DIR, ...path);

export const caseText = (...path: readonly string[]): string => readFileSync(casePath(...path), 'utf8');

export const caseBytes = (...path: readonly string[]): Uint8Array =>
  new Uint8Array(readFileSync(casePath(...path)));
