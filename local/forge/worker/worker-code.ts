import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import vm from 'node:vm';
import { threadId } from 'node:worker_threads';

/**
 * A module of the bundle, ready to run. What V8 made of it is kept beside it: a process that starts cold evaluates the app
 * anew, as the platform's does, but need not parse the same megabyte again.
 */
export function scriptOf(file: string): vm.Script {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const kept = `${file}.v8`;
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  return new vm.Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
}

/** Keeps what V8 made of a script that came from its source, with the functions that evaluating it has called. */
export function keepCode(script: vm.Script, file: string): void {
  if (script.cachedDataRejected === false) return;
  const unfinished = `${file}.${process.pid}.${threadId}`;
  writeFileSync(unfinished, script.createCachedData());
  renameSync(unfinished, `${file}.v8`);
}
