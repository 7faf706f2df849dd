import * as v from 'valibot';
import { readData } from '../data';

const status = v.strictObject({
  id: v.optional(v.string()),
  name: v.string(),
  category: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
});

const transition = v.strictObject({
  id: v.optional(v.string()),
  name: v.string(),
  from: v.optional(v.array(v.string())),
  to: v.string(),
  resolution: v.optional(v.string()),
  screen: v.optional(v.array(v.string())),
  required: v.optional(v.array(v.string())),
  approval: v.optional(v.picklist(['approved', 'declined'])),
});

const field = v.strictObject({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['select', 'date', 'text', 'number', 'user', 'users', 'requesttype']),
  options: v.optional(v.array(v.strictObject({ id: v.string(), value: v.string() }))),
});

const requestType = v.strictObject({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  issueType: v.string(),
});

const securityLevel = v.strictObject({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  members: v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.picklist(['app', 'reporter']) }),
      v.strictObject({ kind: v.picklist(['role', 'group']), who: v.string() }),
    ]),
  ),
});

const space = v.strictObject({
  id: v.number(),
  key: v.string(),
  name: v.string(),
  lead: v.string(),
  /** The group that works on its issues. */
  agents: v.string(),
  /** Who reads its issues, where not everybody does: the team, and whoever raised one. Only through the catalog are they raised. */
  readBy: v.optional(v.picklist(['team', 'reporter'])),
  type: v.optional(v.picklist(['service_desk'])),
  workflow: v.optional(v.string(), 'Service workflow'),
  issueTypes: v.optional(v.array(v.string()), ['Service Request', 'Incident', 'Subtask']),
  /** Fields of its screens beside those that all have. */
  fields: v.optional(v.array(v.string()), []),
  /** Those of them that must be filled in to raise a work item. */
  required: v.optional(v.array(v.string()), []),
  requestTypes: v.optional(v.array(requestType), []),
  securityLevels: v.optional(v.array(securityLevel), []),
  /** The app's role was taken out of its permissions. */
  closedToApp: v.optional(v.boolean(), false),
});

const item = v.strictObject({
  space: v.string(),
  summary: v.string(),
  reporter: v.string(),
  /** Days since it was raised. */
  age: v.number(),
  went: v.optional(v.array(v.string()), []),
  fields: v.optional(v.record(v.string(), v.unknown())),
});

const goal = v.strictObject({ priority: v.optional(v.string()), ms: v.number() });

/** What the products must hold before the app is configured: fields, workflows, spaces, and old SLAs of IT. */
export const WORK = readData(
  'company.yml',
  v.looseObject({
    fields: v.array(field),
    workflows: v.array(
      v.strictObject({
        name: v.string(),
        statuses: v.array(status),
        transitions: v.array(transition),
      }),
    ),
    spaces: v.array(space),
    otherSpaces: v.array(space),
    otherWork: v.array(item),
    nativeSlas: v.array(v.strictObject({ id: v.number(), name: v.string(), goals: v.array(goal) })),
  }),
);
