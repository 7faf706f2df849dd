import { entrySizes, stylesheetSize } from '../../test/build/closure';

/** Prints the gzipped size of every entry's static closure and of the stylesheet. */
export async function run(): Promise<void> {
  console.log('Screens: gzipped JavaScript in the static closure of each entry, bytes');
  for (const { entry, bytes, budget } of entrySizes()) {
    console.log(`  ${entry.padEnd(18)} ${String(bytes).padStart(8)}  of ${budget}`);
  }
  console.log(`  ${'stylesheet'.padEnd(18)} ${String(stylesheetSize()).padStart(8)}  of 30000`);
}
