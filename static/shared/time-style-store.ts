/** The viewer's time style in a property of their Jira account: the same in every browser, and no invocation. */
import * as v from 'valibot';
import { viewer } from './context';
import { askJira, sendToJira } from './product';
import { putTimeStyle, TIME_STYLES, timeStyle, type TimeStyle } from './time-style';

const PROPERTY = 'pledge-display';
const stored = v.object({ value: v.object({ time: v.picklist(TIME_STYLES) }) });

const listed = v.object({ keys: v.array(v.object({ key: v.string() })) });

const keysOf = (accountId: string): string =>
  `/rest/api/3/user/properties?accountId=${encodeURIComponent(accountId)}`;
const pathOf = (accountId: string): string =>
  `/rest/api/3/user/properties/${PROPERTY}?accountId=${encodeURIComponent(accountId)}`;

let asked: string | null = null;

/** Takes over what Jira has, once a page: somebody may have chosen elsewhere. What can't be read stays as it is. */
export async function readTimeStyle(): Promise<void> {
  const { accountId } = viewer();
  if (accountId === null || asked === accountId) return;
  asked = accountId;
  try {
    // Most have chosen nothing: to ask for it all the same would be an error in everybody's console.
    const { keys } = await askJira(keysOf(accountId), listed);
    if (!keys.some(({ key }) => key === PROPERTY)) return;
    const { value } = await askJira(pathOf(accountId), stored);
    if (value.time !== timeStyle()) putTimeStyle(value.time);
  } catch {
    asked = null;
  }
}

/** Chooses a style at once, then tells Jira; throws ProductFailed when it could not, and this browser alone has it. */
export async function chooseTimeStyle(time: TimeStyle): Promise<void> {
  putTimeStyle(time);
  const { accountId } = viewer();
  if (accountId === null) return;
  await sendToJira(pathOf(accountId), 'PUT', { v: 1, time }, v.unknown());
}

/** Forgets that Jira was asked: for tests, and nothing else. */
export const forgetTimeStyle = (): void => {
  asked = null;
  putTimeStyle(undefined);
};
