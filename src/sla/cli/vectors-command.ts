import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { calendarVectorSchema } from './vectors/calendar-vector';
import { judgeCalendarVector, type Verdict } from './vectors/calendar-verdict';
import { scenarioSchema } from './vectors/scenario';
import { judgeScenario } from './vectors/scenario-verdict';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export type Print = (line: string) => void;

const fileSchema = v.union([
  v.object({ vectors: v.array(v.unknown()) }),
  v.object({ scenarios: v.array(v.unknown()) }),
]);

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
  parts: readonly unknown[],
  judge: (part: unknown) => Verdict | undefined,
  print: Print,
): void => {
  for (const part of parts) {
    try {
      count(tally, idOf(part), judge(part), print);
    } catch (error) {
      tally.failed++;
      print(`${idOf(part)}: FAILED, ${error instanceof Error ? error.message : String(error)}`);
    }
  }
};

/** Runs every vector file of a directory through the engine's public functions; files that hold no vectors are named. */
export const runVectors = async (directory: string, print: Print): Promise<Tally> => {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort();
  for (const file of files) {
    const content = v.safeParse(fileSchema, JSON.parse(await readFile(join(directory, file), 'utf8')));
    print(`# ${file}`);
    if (!content.success) {
      tally.failed++;
      print(`${file}: FAILED, it has neither vectors nor scenarios`);
    } else if ('vectors' in content.output) {
      judgeAll(
        tally,
        content.output.vectors,
        (part) => judgeCalendarVector(v.parse(calendarVectorSchema, part)),
        print,
      );
    } else {
      judgeAll(
        tally,
        content.output.scenarios,
        (part) => judgeScenario(v.parse(scenarioSchema, part)),
        print,
      );
    }
  }
  return tally;
};
