import { JiraRefused, JiraUnavailable } from '../kernel/errors';
import { createFields } from '../platform/jira/issues/create-fields';
import { peopleGone } from '../platform/jira/people/people';
import { statusesByType } from '../platform/jira/projects/type-statuses';
import type { JiraSurroundings } from './domain/check-item';
import type { Screen } from './domain/check-screen';
import type { ItemContent } from './domain/model';

/** Asks Jira of what items name; answers what it says of each. */
export type AskJira = (
  contents: readonly ItemContent[],
) => Promise<(content: ItemContent) => JiraSurroundings>;

/**
 * Asks of the people, statuses and fields that catalog items name: in one call for the people, one a space, and one for each
 * of its types that is named. What Jira can't say, or may not tell the app, is left open.
 */
export const askJira: AskJira = async (contents) => {
  const people = contents.flatMap(({ owner, approvals }) => [
    owner,
    ...approvals.flatMap((step) => step.approvers),
  ]);
  const places = contents.map(({ fulfilment }) => fulfilment);
  const [gone, statuses, screens] = await Promise.all([
    peopleGone(people),
    eachOnce(
      places.map(({ projectId }) => projectId),
      statusesByType,
    ),
    eachOnce(places.map(screenKey), (key) => screenAt(key)),
  ]);
  return ({ fulfilment }) => {
    const screen = screens.get(screenKey(fulfilment));
    const statusIds = statuses.get(fulfilment.projectId)?.get(fulfilment.issueTypeId) ?? null;
    return { gone, statusIds, ...(screen && { screen }) };
  };
};

/** Somebody waits for a save: what Jira has not said by then is left open, as while it is down. */
const BRIEFLY_MS = 6_000;
const UNKNOWN: JiraSurroundings = { gone: new Set(), statusIds: null };

/** The same for as long as somebody may be kept waiting. */
export const askJiraBriefly: AskJira = async (contents) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Awaited<ReturnType<AskJira>>>((resolve) => {
    timer = setTimeout(() => resolve(() => UNKNOWN), BRIEFLY_MS);
  });
  return Promise.race([askJira(contents), late]).finally(() => clearTimeout(timer));
};

/** Empty where one of the two is not chosen. */
const screenKey = ({ projectId, issueTypeId }: ItemContent['fulfilment']): string =>
  projectId === '' || issueTypeId === '' ? '' : `${projectId} ${issueTypeId}`;

async function eachOnce<T>(keys: readonly string[], ask: (key: string) => Promise<T>) {
  const distinct = [...new Set(keys)].filter((key) => key !== '');
  return new Map(await Promise.all(distinct.map(async (key) => [key, await ask(key)] as const)));
}

/** Only a definite no means that nothing can be made there. */
async function screenAt(key: string): Promise<Screen | null> {
  const [projectId = '', issueTypeId = ''] = key.split(' ');
  try {
    return await createFields(projectId, issueTypeId);
  } catch (error) {
    if (error instanceof JiraRefused) return [400, 404].includes(error.status) ? 'none' : null;
    if (error instanceof JiraUnavailable) return null;
    throw error;
  }
}
