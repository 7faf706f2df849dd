import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { causeOf } from '../../shared/events.ts';
import { badRequest, forbidden, notFound } from '../../shared/product-error.ts';
import { act, type Call, type Route } from '../../shared/router.ts';
import { applySettings, writeValues } from '../issues/apply.ts';
import { findIssue, reload } from '../issues/row.ts';
import { tellUpdated } from '../issues/tell.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type Field, fieldOf } from './definitions.ts';
import { FieldRefusal, type Stored } from './kind.ts';
import { kindOf } from './kinds.ts';

const update = v.looseObject({
  customField: v.string(),
  issueIds: v.array(v.number()),
  value: v.unknown(),
});
const manyFields = v.looseObject({ updates: v.optional(v.array(update), []) });

/** A field an app declared; only the app itself may write it. */
function ownField(site: Site, call: Call, idOrKey: string): Field {
  if (call.actor.kind !== 'app')
    throw forbidden('The request is not authenticated as the app that provided the field.');
  const field = fieldOf(site, idOrKey);
  if (!field?.custom || field.appKey === null) throw notFound('The custom field was not found.');
  return field;
}

function parsed(site: Site, field: Field, projectId: number, value: unknown): Stored {
  try {
    return kindOf(field).parse(value, { site, field, projectId });
  } catch (refusal) {
    if (refusal instanceof FieldRefusal) throw badRequest(`${field.name}: ${refusal.message}`);
    throw refusal;
  }
}

/** Both are true unless the app says `false`. */
const wants = (call: Call, name: 'generateChangelog' | 'generateAppEvents'): boolean =>
  call.query.get(name) !== 'false';

function write(site: Site, call: Call, field: Field, issueIds: readonly number[], value: unknown): void {
  for (const id of issueIds) {
    const row = findIssue(site, id);
    if (!row || !can(site, call.actor, 'BROWSE_PROJECTS', row.project_id, row))
      throw badRequest(`The issue ${id} does not exist.`);
    const cause = causeOf(call);
    const setting = { field, value: parsed(site, field, row.project_id, value ?? null) };
    const now = site.clock.now();
    if (!wants(call, 'generateChangelog')) {
      // Atlassian does not say whether such a write moves `updated`; here it does not.
      writeValues(site, row, [setting], row.updated);
      continue;
    }
    const change = applySettings(site, row, [setting], cause.accountId ?? null, now);
    if (change && wants(call, 'generateAppEvents')) tellUpdated(site, reload(site, row), change, cause);
  }
}

/** Values of the app's own fields. */
export const appFieldRoutes = (site: Site): Route[] => [
  act('POST', '/rest/api/3/app/field/value', (call) => {
    for (const { customField, issueIds, value } of bodyOf(call, manyFields).updates)
      write(site, call, ownField(site, call, customField), issueIds, value);
  }),
];
