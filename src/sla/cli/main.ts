import { readArguments, USAGE } from './arguments';
import { runReplay } from './replay-command';
import { runTestCases } from './test-command';

/** What it came to, and how much of it. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export type Print = (line: string) => void;

/** Judges every file of a directory: what checks the engine is handed in, the app has no use for it. */
type Judge = (directory: string, print: Print) => Promise<Tally>;

const print: Print = (line) => void process.stdout.write(`${line}\n`);

const warn: Print = (line) => void process.stderr.write(`${line}\n`);

const complain = (line: string): number => {
  warn(line);
  return 1;
};

const run = async (argv: readonly string[], judge: Judge): Promise<number> => {
  const command = readArguments(argv);
  switch (command.kind) {
    case 'help':
      if (command.problem === undefined) print(USAGE);
      return command.problem === undefined ? 0 : complain(`${command.problem}\n${USAGE}`);
    case 'replay':
      print(await runReplay(command, warn));
      return 0;
    case 'vectors': {
      const { passed, failed, skipped } = await judge(command.directory, print);
      print(`${passed} passed, ${failed} failed, ${skipped} skipped`);
      return failed === 0 ? 0 : 1;
    }
    case 'test': {
      const { passed, failed } = await runTestCases(command.file, Date.now(), { print, warn });
      print(`${passed} passed, ${failed} failed`);
      return failed === 0 ? 0 : 1;
    }
  }
};

/** Carries out what the arguments ask for, and answers the exit code: 0, or 1 for what failed or was refused. */
export const main = (argv: readonly string[], judge: Judge): Promise<number> =>
  run(argv, judge).catch((error: unknown) =>
    complain(error instanceof Error ? error.message : String(error)),
  );
