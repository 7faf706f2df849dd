import { BUDGETS_KB, closureBytes, gzipped, STYLESHEET_KB, stylesheets } from '../../test/build/closure';
import { printStart } from './start';

const row = (name: string, bytes: number, budgetKb: number): string =>
  `  ${name.padEnd(22)} ${(bytes / 1000).toFixed(1).padStart(7)} kB of ${budgetKb}`;

/** Prints the gzipped size of every entry's static closure and of the stylesheet, and how soon the home can be used. */
export async function run(): Promise<void> {
  console.log('Screens, gzipped JavaScript in the static closure of each entry:');
  for (const [entry, budget] of Object.entries(BUDGETS_KB))
    console.log(row(entry, closureBytes(entry), budget));
  console.log(
    row(
      'stylesheet',
      stylesheets().reduce((sum, file) => sum + gzipped(file), 0),
      STYLESHEET_KB,
    ),
  );
  await printStart();
}
