import { log } from '../../platform/log';

/** Runs chores one after the other, in their order; one that fails is logged under its name and does not stop the others. */
export async function runChores(
  of: string,
  chores: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<void> {
  for (const [name, chore] of Object.entries(chores)) {
    try {
      await chore();
    } catch (error) {
      log.error(`${of}.${name}.failed`, error);
    }
  }
}

/** What Forge records as a run that went well. */
export const DONE = { statusCode: 204 };
