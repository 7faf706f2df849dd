import { readArguments, USAGE } from './arguments';
import { runReplay } from './replay-command';
import { runTestCases } from './test-command';
import { runVectors } from './vectors-command';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const warn = (line: string): void => void process.stderr.write(`${line}\n`);

const complain = (line: string): number => {
  warn(line);
  return 1;
};

const main = async (argv: readonly string[]): Promise<number> => {
  const command = readArguments(argv);
  switch (command.kind) {
    case 'help':
      if (command.problem === undefined) print(USAGE);
      return command.problem === undefined ? 0 : complain(`${command.problem}\n${USAGE}`);
    case 'replay':
      print(await runReplay(command, warn));
      return 0;
    case 'vectors': {
      const { passed, failed, skipped } = await runVectors(command.directory, print);
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

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => (process.exitCode = complain(error instanceof Error ? error.message : String(error))),
);
