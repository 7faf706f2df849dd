import { type Actor } from '../../../kernel/types.ts';
import { type Cause } from '../../shared/events.ts';
import { badRequest, invalidFields, ProductError } from '../../shared/product-error.ts';
import { addComment, type CommentRequest, parseComment } from '../comments/add.ts';
import { fieldOf } from '../fields/definitions.ts';
import { isEmpty } from '../fields/kind.ts';
import { type Site } from '../site.ts';
import { applySettings, type Setting } from './apply.ts';
import { type IssueUpdate } from './request.ts';
import { type IssueRow, reload, storedIn } from './row.ts';
import { readSettings } from './settings.ts';
import { tellUpdated } from './tell.ts';
import { openTransitions, type Transition } from './workflow.ts';

function settingOf(site: Site, id: string, value: Setting['value']): Setting {
  const field = fieldOf(site, id);
  if (!field) throw new Error(`There is no field ${id}.`);
  return { field, value };
}

/** The new status, and the resolution that goes with it: set on arriving at done, cleared on leaving it. */
function statusSettings(
  site: Site,
  row: IssueRow,
  transition: Transition,
  asked: readonly Setting[],
): Setting[] {
  const done = transition.target.category === 'DONE';
  const given = asked.find(({ field }) => field.id === 'resolution')?.value;
  const resolution = done ? (given ?? row.resolution_id ?? transition.resolution ?? '10000') : null;
  const others = asked.filter(({ field }) => field.id !== 'resolution');
  return [
    settingOf(site, 'status', transition.target.id),
    settingOf(site, 'resolution', resolution),
    ...others,
  ];
}

function commentsIn(asked: IssueUpdate): CommentRequest[] {
  return (asked.update?.['comment'] ?? []).map((operation) => {
    if (!('add' in operation)) throw invalidFields({ comment: 'Only the operation add is supported here.' });
    return parseComment(operation['add']);
  });
}

/** A sentence for each field the transition requires that would be empty after it. */
const missingIn = (
  site: Site,
  row: IssueRow,
  { required }: Transition,
  given: readonly Setting[],
): Record<string, string> =>
  Object.fromEntries(
    required.flatMap((id) => {
      const field = fieldOf(site, id);
      const asked = given.find((one) => one.field.id === id);
      return field && isEmpty(asked ? asked.value : storedIn(row, field))
        ? [[id, `${field.name} is required.`]]
        : [];
    }),
  );

/** Brings an issue to where a transition leads, with what else is set by the way, and tells so. */
export function takeTransition(
  site: Site,
  row: IssueRow,
  transition: Transition,
  others: readonly Setting[],
  cause: Cause,
): void {
  const settings = statusSettings(site, row, transition, others);
  const change = applySettings(site, row, settings, cause.accountId ?? null, site.clock.now());
  if (change) tellUpdated(site, reload(site, row), change, cause);
}

/** Moves an issue through its workflow; everything the act changes is one history entry. Throws 400 where the way is not open. */
export function transitionIssue(
  site: Site,
  actor: Actor,
  row: IssueRow,
  asked: IssueUpdate,
  cause: Cause,
): void {
  const id = asked.transition?.id;
  if (id === undefined) throw new ProductError(400, ["Missing 'transition' identifier"]);
  const transition = openTransitions(site, actor, row).find((one) => one.id === String(id));
  if (!transition) throw badRequest(`Transition id '${id}' is not valid for this issue.`);
  const { comment: _comment, ...update } = asked.update ?? {};
  const { settings, errors } = readSettings(
    site,
    { fields: asked.fields, update },
    {
      projectId: row.project_id,
      allowed: new Set(transition.screen),
      actor,
      current: (field) => storedIn(row, field),
    },
  );
  const refusals = { ...missingIn(site, row, transition, settings), ...errors };
  if (Object.keys(refusals).length > 0) throw invalidFields(refusals);
  const comments = commentsIn(asked);
  takeTransition(site, row, transition, settings, cause);
  for (const comment of comments) addComment(site, actor, reload(site, row), comment, cause);
}
