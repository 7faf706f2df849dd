/** Files as the commands read them, with errors that say which file and how to mend it. */
import { readFile } from 'node:fs/promises';
import { InvalidDefinitionError } from '../domain';

export const readJson = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${file} is not JSON. docs/sla-cli.md describes the format.`);
  }
};

/** Refused definitions, with every problem on its line; other errors as they are. */
export const refusedFile = (file: string, error: unknown): unknown =>
  error instanceof InvalidDefinitionError
    ? new Error(
        `${file} is refused:\n${error.problems.map((each) => `- ${each.message} ${each.howToMend}`).join('\n')}`,
      )
    : error;
