import * as v from 'valibot';
import type { Call } from '../../kernel/call';
import { forbidden } from '../../kernel/errors';
import type { Role } from '../../kernel/names';
import { findsIssue } from '../jira/search/finds-issue';
import { ownGroups } from '../jira/people/groups';
import { ownProfile, type Profile } from '../jira/people/profile';
import { type Standing, standingOfCaller } from './roles';
import { isConfluenceConnected } from './site';

/** Who calls, as Forge vouches for it. Standing and groups are asked of Jira once per call, and only when needed. */
export interface Caller {
  readonly accountId: string;
  readonly now: number;
  readonly confluence: boolean;
  standing(): Promise<Standing>;
  groups(): Promise<readonly string[] | null>;
  /** Their own, in full; `null` where Jira does not let them in. */
  profile(): Promise<Profile | null>;
  /** Whether a JQL finds them a work item. */
  finds(jql: string): Promise<boolean>;
}

/** Where the call comes from is not read: what stands on a page was written by whoever edits it, and is nobody's right. */
const contextSchema = v.object({ accountId: v.optional(v.string()) });

/** @throws AppFailure FORBIDDEN for anonymous callers: nothing in the app is for them. */
export function callerOf(context: unknown): Caller {
  const parsed = v.safeParse(contextSchema, context);
  const accountId = parsed.success ? parsed.output.accountId : undefined;
  if (!accountId || accountId === 'unidentified') throw forbidden('account');
  return {
    accountId,
    now: Date.now(),
    confluence: isConfluenceConnected(),
    standing: once(standingOfCaller),
    groups: once(() => ownGroups(accountId)),
    profile: once(ownProfile),
    finds: findsIssue,
  };
}

/** Declares a call: it is only here for the types, of what `authorise` hands to `run` above all. */
export const call = <P extends v.GenericSchema, A extends v.GenericSchema, Handed>(
  declared: Call<Caller, P, A, Handed>,
): Call<Caller, P, A, Handed> => declared;

/** Every signed-in person; what they see is filtered by the use case. */
export const anyone = (): void => undefined;

/** Everybody whom Jira lets in: asking for something makes a work item there. */
export const withJira = async (caller: Caller): Promise<void> => {
  if (!(await caller.standing()).jira) throw forbidden('jira');
};

/** Holders of one of the roles, app admins and Jira admins. */
export const needs =
  (...roles: readonly [Role, ...Role[]]) =>
  async (caller: Caller): Promise<void> => {
    if (holds(await caller.standing(), roles)) return;
    throw forbidden(roles[0]);
  };

/** Whether someone with this standing has one of the roles; admins have all. */
export const holds = (standing: Standing, roles: readonly Role[]): boolean =>
  standing.jiraAdmin || standing.roles.some((role) => role === 'admin' || roles.includes(role));

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
