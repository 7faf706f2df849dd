import * as v from 'valibot';
import { TEAM_TYPES } from '../../src/sla/definitions/domain/display/model';
import { askJira } from './product';

const fieldsSchema = v.array(
  v.looseObject({
    id: v.string(),
    schema: v.optional(v.looseObject({ custom: v.optional(v.string()) })),
  }),
);

let asked: Promise<string | null> | undefined;

/** The id of the site's Team field; null when it has none, or doesn't say: screens stand without it. Asked once. */
export const teamField = (): Promise<string | null> =>
  (asked ??= askJira('/rest/api/3/field', fieldsSchema).then(
    (fields) => fields.find(({ schema }) => TEAM_TYPES.includes(schema?.custom ?? ''))?.id ?? null,
    () => null,
  ));

/** Forgets the answer: for tests, and nothing else. */
export const forgetTeamField = (): void => {
  asked = undefined;
};
