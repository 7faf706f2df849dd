/** Jira looks up so many things by their ids or names at once. */
const MOST_NAMED = 50;

/** Asks for things page by page, one page after the other, however many they are; nobody is asked about nothing. */
export async function inPages<T>(
  named: readonly string[],
  ask: (page: readonly string[]) => Promise<T>,
): Promise<readonly T[]> {
  const answers: T[] = [];
  for (let start = 0; start < named.length; start += MOST_NAMED)
    answers.push(await ask(named.slice(start, start + MOST_NAMED)));
  return answers;
}

/** The address that looks up a page of things, each by one parameter. */
export const bulkPath = (path: string, parameter: string, values: readonly string[]): string =>
  `${path}?maxResults=${MOST_NAMED}&${new URLSearchParams(values.map((value) => [parameter, value])).toString()}`;
