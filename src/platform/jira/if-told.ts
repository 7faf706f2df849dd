/** Questions to Jira that go on without an answer. */
import { JiraRefused, JiraUnavailable } from '../../kernel/errors';

/** What Jira tells; `null` where it refuses to. */
export async function unlessRefused<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof JiraRefused) return null;
    throw error;
  }
}

/** What Jira tells; `null` while it can't say, or refuses to. */
export async function ifJiraTells<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof JiraRefused || error instanceof JiraUnavailable) return null;
    throw error;
  }
}
