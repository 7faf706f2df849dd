/** What people have set in their own profiles. */
import api, { route } from '@forge/api';
import * as v from 'valibot';
import { languageOf } from '../../../kernel/text';
import { findJira, readJira } from '../client';
import { unlessRefused } from '../if-told';

const schema = v.object({
  displayName: v.optional(v.string(), ''),
  emailAddress: v.nullish(v.string()),
  locale: v.nullish(v.string()),
  timeZone: v.nullish(v.string()),
});

/** Each part is `null` where Jira does not tell: people may hide it. */
export interface Profile {
  readonly name: string;
  readonly email: string | null;
  /** `ru`, `pt`: without the region. */
  readonly language: string | null;
  /** IANA. */
  readonly zone: string | null;
}

const profile = ({ displayName, emailAddress, locale, timeZone }: v.InferOutput<typeof schema>): Profile => ({
  name: displayName,
  email: emailAddress || null,
  language: locale ? languageOf(locale) : null,
  zone: timeZone || null,
});

/** Somebody's profile as far as the app may see it; `null` for nobody, and where Jira refuses to tell. */
export const profileOf = (accountId: string): Promise<Profile | null> =>
  told(findJira(api.asApp().requestJira(route`/rest/api/3/user?accountId=${accountId}`), schema));

/** The calling user's own, in full; `null` where Jira does not let them in. */
export const ownProfile = (): Promise<Profile | null> =>
  told(readJira(api.asUser().requestJira(route`/rest/api/3/myself`), schema));

async function told(asked: Promise<v.InferOutput<typeof schema> | null>): Promise<Profile | null> {
  const found = await unlessRefused(asked);
  return found && profile(found);
}
