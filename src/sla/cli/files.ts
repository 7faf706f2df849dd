/** Files as the commands read them, with errors that say which file and how to mend it. */
import { readFile } from 'node:fs/promises';

/** The JSON in a file. @throws Error that names the file when it is not there or is not JSON */
export const readJson = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${file} is not JSON. docs/sla-cli.md describes the format.`);
  }
};
