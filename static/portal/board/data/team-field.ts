import * as v from 'valibot';
import { askJira } from '../../../shared/product';

const fieldsSchema = v.array(
  v.looseObject({
    id: v.string(),
    schema: v.optional(v.looseObject({ custom: v.optional(v.string()) })),
  }),
);

/** How Jira's own Team field names its type, in its documentation and on sites. */
const TEAM_TYPES = [
  'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team',
  'com.atlassian.teams:rm-teams-custom-field-team',
];

let asked: Promise<string | null> | undefined;

/** The id of the site's Team field; null when it has none, or doesn't say: the board stands without it. Asked once. */
export const teamField = (): Promise<string | null> =>
  (asked ??= askJira('/rest/api/3/field', fieldsSchema).then(
    (fields) => fields.find(({ schema }) => TEAM_TYPES.includes(schema?.custom ?? ''))?.id ?? null,
    () => null,
  ));

/** Forgets the answer: for tests, and nothing else. */
export const forgetTeamField = (): void => {
  asked = undefined;
};
