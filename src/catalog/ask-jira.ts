import { JiraRefused, JiraUnavailable } from '../kernel/errors';
import { createFields } from '../platform/jira/issues/create-fields';
import { peopleGone } from '../platform/jira/people/people';
import { missingIssues } from '../platform/jira/issues/missing-issues';
import { heldStatuses } from '../platform/jira/projects/held-statuses';
import { requestTypesOf } from '../platform/jira/projects/request-types';
import { statusesByType } from '../platform/jira/projects/type-statuses';
import type { JiraSurroundings } from './domain/item/check-item';
import { isKey } from './domain/field-types';
import { isRequestType, type Screen } from './domain/item/check-screen';
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
  const [gone, missing, statuses, screens] = await Promise.all([
    peopleGone(people),
    missingIssues(contents.flatMap(fixedParent)),
    eachOnce(
      places.map(({ projectId }) => projectId),
      statusesByType,
    ),
    eachOnce(places.map(screenKey), (key) => screenWithService(key, waitingAt(contents, key))),
  ]);
  return ({ fulfilment }) => {
    const { screen = null, held = NOT_HELD } = screens.get(screenKey(fulfilment)) ?? {};
    const statusIds = statuses.get(fulfilment.projectId)?.get(fulfilment.issueTypeId) ?? null;
    return { gone, missing, held, statusIds, ...(screen && { screen }) };
  };
};

/** Somebody waits for a save: what Jira has not said by then is left open, as while it is down. */
const BRIEFLY_MS = 6_000;
const NONE: ReadonlySet<string> = new Set();
const NOT_HELD: JiraSurroundings['held'] = new Map();
const UNKNOWN: JiraSurroundings = { gone: NONE, missing: NONE, held: NOT_HELD, statusIds: null };

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

/** The keys of the work items that all work items of an item stand under. */
const fixedParent = ({ fulfilment }: ItemContent): readonly string[] =>
  fulfilment.mappings.flatMap(({ jiraField, source }) =>
    jiraField === 'parent' && source.kind === 'constant' && isKey(source.value) ? [source.value] : [],
  );

/** The statuses in which items of a place let work wait for approval. */
const waitingAt = (contents: readonly ItemContent[], key: string): readonly string[] => [
  ...new Set(
    contents
      .filter(({ fulfilment }) => screenKey(fulfilment) === key)
      .flatMap(({ approvals }) => approvals.flatMap(({ waitingStatusId }) => waitingStatusId ?? [])),
  ),
];

interface Place {
  readonly screen: Screen | null;
  readonly held?: JiraSurroundings['held'];
}

/** Jira's form does not list the request types of Service Management: they are asked for, and put where other fields have their values. */
async function screenWithService(key: string, waiting: readonly string[]): Promise<Place> {
  const screen = await screenAt(key);
  if (screen === null || screen === 'none' || !screen.some(isRequestType)) return { screen };
  const [projectId = '', issueTypeId = ''] = key.split(' ');
  const [types, held] = await Promise.all([
    requestTypesOf(projectId),
    heldStatuses({ projectId, issueTypeId }, waiting),
  ]);
  const allowedValues = types?.filter((type) => type.issueTypeId === issueTypeId);
  return {
    screen: screen.map((field) =>
      isRequestType(field) && allowedValues ? { ...field, allowedValues } : field,
    ),
    held,
  };
}

/** The levels that the app may give to new work items of a place, as Jira's form lists them to the app; none while Jira can't say. */
export async function securityLevelsOf({ projectId, issueTypeId }: ItemPlace) {
  const screen = await screenAt(`${projectId} ${issueTypeId}`);
  const fields = screen === null || screen === 'none' ? [] : screen;
  const levels = fields.find(({ fieldId }) => fieldId === 'security')?.allowedValues ?? [];
  return levels.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name: name ?? id }]));
}

type ItemPlace = Pick<ItemContent['fulfilment'], 'projectId' | 'issueTypeId'>;
