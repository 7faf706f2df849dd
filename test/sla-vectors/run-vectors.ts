import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readJson } from '../../src/sla/cli/files';
import type { Print, Tally } from '../../src/sla/cli/main';
import { calendarVectorSchema } from './calendar-vector';
import { judgeCalendarVector, type Verdict } from './calendar-verdict';
import { scenarioSchema } from './scenario';
import { judgeScenario } from './scenario-verdict';

/** What a file says of itself, for people. */
const aboutFile = {
  suite: v.optional(v.unknown()),
  repo: v.optional(v.unknown()),
  commit: v.optional(v.unknown()),
  license: v.optional(v.unknown()),
  conventions: v.optional(v.unknown()),
  counts: v.optional(v.unknown()),
  schema: v.optional(v.unknown()),
  evaluatorOrder: v.optional(v.unknown()),
};
const vectorsSchema = v.strictObject({ ...aboutFile, vectors: v.array(v.unknown()) });
const scenariosSchema = v.strictObject({ ...aboutFile, scenarios: v.array(v.unknown()) });

/** A file or a case that is not what its format says. */
class NotTheFormat extends Error {}

const told = (issue: v.BaseIssue<unknown>): string => {
  const place = v.getDotPath(issue) ?? '';
  return issue.expected === 'never'
    ? `the key "${place}" is not known. Take it out, or name what it means to the engine`
    : `${place === '' ? '' : `${place}: `}${issue.message}`;
};

/** @throws NotTheFormat that names every key it does not know: what is not understood would be judged as if it were not there */
const parsed = <S extends v.GenericSchema>(schema: S, part: unknown): v.InferOutput<S> => {
  const result = v.safeParse(schema, part);
  if (result.success) return result.output;
  throw new NotTheFormat(result.issues.map(told).join('; '));
};

const idOf = (part: unknown): string =>
  typeof part === 'object' && part !== null && 'id' in part && typeof part.id === 'string'
    ? part.id
    : '(no id)';

const count = (tally: Tally, id: string, verdict: Verdict | undefined, print: Print): void => {
  if (!verdict) {
    tally.skipped++;
    print(`${id}: skipped, the engine has no such operation`);
  } else if (verdict.kind === 'same') tally.passed++;
  else if (verdict.kind === 'differs') {
    tally.passed++;
    print(`${id}: differs by rule ${verdict.rule}\n    ours   ${verdict.ours}\n    theirs ${verdict.theirs}`);
  } else {
    tally.failed++;
    print(`${id}: FAILED\n    ours   ${verdict.ours}\n    theirs ${verdict.theirs}`);
  }
};

const judgeAll = (
  tally: Tally,
  file: string,
  parts: readonly unknown[],
  judge: (part: unknown) => Verdict | undefined,
  print: Print,
): void => {
  for (const part of parts) {
    try {
      count(tally, idOf(part), judge(part), print);
    } catch (error) {
      tally.failed++;
      print(`${file}, ${idOf(part)}: FAILED, ${error instanceof Error ? error.message : String(error)}`);
    }
  }
};

const judgeFile = (tally: Tally, file: string, json: unknown, print: Print): void => {
  if (typeof json === 'object' && json !== null && 'scenarios' in json) {
    const { scenarios } = parsed(scenariosSchema, json);
    judgeAll(tally, file, scenarios, (part) => judgeScenario(parsed(scenarioSchema, part)), print);
  } else if (typeof json === 'object' && json !== null && 'vectors' in json) {
    const { vectors } = parsed(vectorsSchema, json);
    judgeAll(tally, file, vectors, (part) => judgeCalendarVector(parsed(calendarVectorSchema, part)), print);
  } else throw new NotTheFormat('it has neither vectors nor scenarios');
};

/**
 * Runs every vector file of a directory through the engine's public functions. A file or a case that holds anything the
 * format does not know is named and fails.
 */
export const runVectors = async (directory: string, print: Print): Promise<Tally> => {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort();
  for (const file of files) {
    print(`# ${file}`);
    const json = await readJson(join(directory, file));
    try {
      judgeFile(tally, file, json, print);
    } catch (error) {
      if (!(error instanceof NotTheFormat)) throw error;
      tally.failed++;
      print(`${file}: FAILED, ${error.message}`);
    }
  }
  return tally;
};
