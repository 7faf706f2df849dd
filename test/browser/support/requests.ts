import { randomUUID } from 'node:crypto';
import { account } from '../../../local/demo/company/accounts';
import type { SiteApi } from './site-api';

export interface Answer<T> {
  readonly ok: boolean;
  readonly value: T;
  readonly error?: { readonly code: string };
}

/** What a call answers to somebody; throws what it refuses. */
export async function insist<T>(site: SiteApi, person: string, call: string, payload: object): Promise<T> {
  const { ok, value, error } = await site.call<Answer<T>>(person, call, payload);
  if (!ok) throw new Error(`${call}: ${JSON.stringify(error)}`);
  return value;
}

export interface Sent {
  readonly requestId: string;
  readonly issueKey: string;
  readonly issueId: string;
}

/** Asks for VPN access as the portal would, for the person of that name; answers the request and its issue, with the events of it delivered. */
export async function askForVpn(site: SiteApi, person: string): Promise<Sent> {
  const page = await insist<{ item: { version: number } }>(site, person, 'portal.item', { itemId: 'vpn' });
  const sent = await insist<Sent>(site, person, 'requests.submit', {
    clientToken: randomUUID(),
    itemId: 'vpn',
    itemVersion: page.item.version,
    answers: { recipient: account(person), until: 'always', location: 'berlin' },
  });
  await settle(site);
  return sent;
}

/** Moves an issue to a status by name, as somebody who may. */
export async function moveTo(site: SiteApi, person: string, issueKey: string, status: string): Promise<void> {
  const { transitions } = await site.rest<{ transitions: { id: string; to: { name: string } }[] }>(
    person,
    'GET',
    `/rest/api/3/issue/${issueKey}/transitions`,
  );
  const transition = transitions.find(({ to }) => to.name === status);
  if (transition === undefined) throw new Error(`${issueKey} can't go to ${status}`);
  await site.rest(person, 'POST', `/rest/api/3/issue/${issueKey}/transitions`, {
    transition: { id: transition.id },
  });
  await settle(site);
}

/** A comment everybody may read. */
export async function comment(site: SiteApi, person: string, issueKey: string, text: string): Promise<void> {
  await site.rest(person, 'POST', `/rest/api/3/issue/${issueKey}/comment`, { body: adf(text) });
  await settle(site);
}

export const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** Events come a second late; five seconds see them delivered. */
export const settle = (site: SiteApi): Promise<unknown> => site.advance(5_000);
