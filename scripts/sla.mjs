/** The SLA engine on the command line. What judges files of vectors is test code: it is handed in here. */
import process from 'node:process';
import { main } from '../src/sla/cli/main.ts';
import { runVectors } from '../test/sla-vectors/run-vectors.ts';

process.exitCode = await main(process.argv.slice(2), runVectors);
