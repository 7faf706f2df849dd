import { countsOwn } from '../approval-rules';
import { checkCondition, checkForm, duplicates } from '../form/check-form';
import { checkFulfilment, mappingAt } from './check-fulfilment';
import { checkScreen, type Screen } from './check-screen';
import { checkKind } from './check-kind';
import { checkRules } from './check-rules';
import { isConfidential } from '../form/joining';
import { hasPart } from '../kinds';
import { isPerson, rulesOf } from '../field-types';
import { type Listed, withListed } from '../form/option-list';
import { error, textParam, warning } from '../../../kernel/finding';
import type { Language } from '../../../kernel/text';
import type { ItemProblem } from './item-problem';
import { textsOf, unsaidIn } from './item-texts';
import type { ApprovalStep, FormField, ItemContent, ItemPicture, Stage } from '../model';

/** What an item refers to outside itself. */
export interface ItemSurroundings {
  readonly categoryIds: ReadonlySet<string>;
  readonly serviceIds: ReadonlySet<string>;
  /** Those of them that are not offered any more. */
  readonly retiredIds?: ReadonlySet<string>;
  /** Of the items that are offered; left out where others may come. */
  readonly itemIds?: ReadonlySet<string>;
  /** What the site writes texts in beside English and Russian. */
  readonly languages?: readonly Language[];
  /** The picture that it names is not there. */
  readonly lacksPicture?: boolean;
  /** What stands in its long lists of options; left out where that was not looked up. */
  readonly listed?: Listed;
  /** What Jira says of the people and the statuses the item names; left out where it was not asked. */
  readonly jira?: JiraSurroundings;
}

export interface JiraSurroundings {
  /** Accounts that are switched off or not there. */
  readonly gone: ReadonlySet<string>;
  /** The statuses that work items of the item's space and type can be in; `null` while Jira can't say. */
  readonly statusIds: ReadonlySet<string> | null;
  /** Keys of work items that are named and not there, or not for the app. */
  readonly missing?: ReadonlySet<string>;
  /** In Service Management, statuses that are waited in out of which nothing leads for the app, or may not: its own approval holds them. */
  readonly held?: ReadonlyMap<string, 'held' | 'unseen'>;
  /** The form in which Jira makes the item's work items; left out while Jira can't say. */
  readonly screen?: Screen;
}

/** Everything wrong with an item. Drafts may be saved with errors, but not published. */
export function checkItem(content: ItemContent, around: ItemSurroundings): readonly ItemProblem[] {
  const form = around.listed ? withListed(content.form, around.listed) : content.form;
  const byId = new Map(form.map((field) => [field.id, field]));
  return [
    ...checkFace(content, around),
    ...checkKind(content, byId, around.itemIds),
    ...(hasPart(content, 'form')
      ? [...checkForm(form, content.rules, content.onBehalf), ...checkRules(content.rules ?? [], byId)]
      : []),
    ...(hasPart(content, 'work') ? checkWork(content, byId, around) : []),
  ];
}

/** What only items with a work item have. */
function checkWork(
  content: ItemContent,
  byId: ReadonlyMap<string, FormField>,
  around: ItemSurroundings,
): readonly ItemProblem[] {
  return [
    ...checkOnBehalf(content, byId),
    ...checkJoining(content, byId),
    ...checkSecrets(content),
    ...checkQuantity(content, byId),
    ...checkFulfilment(content.fulfilment, byId),
    ...checkStages(content.stages),
    ...content.approvals.flatMap((step, index) => [
      ...checkApproval(step, stepAt(index), byId),
      ...checkApprovalStatuses(step, stepAt(index)),
    ]),
    ...checkActions(content),
    ...(around.jira ? checkInJira(content, around.jira) : []),
  ];
}

export const errorsOf = (problems: readonly ItemProblem[]): readonly ItemProblem[] =>
  problems.filter((problem) => problem.severity === 'error');

export type { ItemProblem };

function checkFace(content: ItemContent, around: ItemSurroundings): readonly ItemProblem[] {
  return [
    ...(content.name.en.trim() === '' ? [error('noName', 'name')] : []),
    ...(content.owner.trim() === '' ? [error('noOwner', 'owner')] : []),
    ...(content.categoryIds.length === 0 ? [error('noCategory', 'categoryIds')] : []),
    ...content.categoryIds
      .filter((id) => !around.categoryIds.has(id))
      .map((id) => error('unknownCategory', 'categoryIds', { category: id })),
    ...(around.serviceIds.has(content.serviceId)
      ? []
      : [error('unknownService', 'serviceId', { service: content.serviceId })]),
    ...(around.retiredIds?.has(content.serviceId) ? [error('retiredService', 'serviceId')] : []),
    ...(isNever(content.entitlement) ? [error('neverAvailable', 'entitlement.dates')] : []),
    ...(around.lacksPicture ? [error('pictureGone', 'picture')] : []),
    ...(content.picture && isUntold(content.picture) ? [error('noAlt', 'picture.alt')] : []),
    ...unsaidIn(textsOf(content), ['ru', ...(around.languages ?? [])]).map(({ at }) =>
      warning('missingTranslation', at),
    ),
    ...(content.promise.deliveryMetricId || !hasPart(content, 'work')
      ? []
      : [warning('noPromise', 'promise')]),
    ...(content.articles.length > 0 ? [] : [warning('noArticle', 'articles')]),
  ];
}

/** Whoever can't see it hears what it shows, in their language. */
const isUntold = ({ alt }: ItemPicture): boolean => [alt.en, alt.ru].some((text = '') => text.trim() === '');

/** Nobody who fulfils the request sees a secret but in a field of the work item. */
const checkSecrets = ({ form, fulfilment }: ItemContent): readonly ItemProblem[] =>
  form
    .filter((field) => rulesOf(field).isSecret)
    .filter(
      ({ id }) => !fulfilment.mappings.some(({ source }) => source.kind === 'answer' && source.field === id),
    )
    .map(({ id, label }) => warning('secretGoesNowhere', `form.${id}`, { field: textParam(label) }));

const isNever = ({ dates: { from, to } = {} }: ItemContent['entitlement']): boolean =>
  from !== undefined && to !== undefined && to < from;

function checkOnBehalf(
  { onBehalf, form }: ItemContent,
  byId: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] {
  if (onBehalf === undefined) {
    // A question that starts with who asks is how forms ask for whom: without the setting it is an answer like others.
    const asks = form.find(
      (field) => isPerson(field) && field.default?.kind === 'requester' && !field.default.what,
    );
    return asks ? [warning('beneficiaryUnused', 'onBehalf', { field: textParam(asks.label) })] : [];
  }
  const field = byId.get(onBehalf.field);
  if (field === undefined || !isPerson(field)) {
    return [error('beneficiaryNotUser', 'onBehalf', { field: onBehalf.field })];
  }
  if (field.required || field.visibleWhen === undefined) return [];
  return [error('beneficiaryMayBeMissed', 'onBehalf', { field: textParam(field.label) })];
}

function checkJoining(content: ItemContent, byId: ReadonlyMap<string, FormField>): readonly ItemProblem[] {
  const { joining } = content;
  if (joining === undefined) return [];
  const field = byId.get(joining.shows);
  if (field === undefined || !rulesOf(field).isProse)
    return [error('sharedNotText', 'joining', { field: joining.shows })];
  return isConfidential(content) ? [error('sharedConfidential', 'joining')] : [];
}

function checkQuantity(
  { quantity }: ItemContent,
  byId: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] {
  if (quantity === undefined) return [];
  const asked = byId.get(quantity.field);
  if (asked?.type !== 'number') return [error('quantityNotNumber', 'quantity', { field: quantity.field })];
  return countsWhole(asked) ? [] : [error('quantityNotWhole', 'quantity', { field: textParam(asked.label) })];
}

/** Nought, or a part of one, would cost next to nothing and be within every limit; what has no end has no price. */
const countsWhole = ({ min = 0, max, step = 0 }: FormField): boolean =>
  min >= 1 && max !== undefined && [min, step].every(Number.isInteger) && step >= 1;

function checkStages(stages: readonly Stage[]): readonly ItemProblem[] {
  const twice = duplicates(stages.flatMap((stage) => stage.statusIds));
  return [
    ...(stages.some((stage) => stage.kind === 'open') ? [] : [error('noOpenStage', 'stages')]),
    ...(stages.some((stage) => stage.kind !== 'open') ? [] : [error('noEndStage', 'stages')]),
    ...stages
      .filter((stage) => stage.statusIds.length === 0)
      .map((stage) => error('stageWithoutStatus', `stages.${stage.id}`, { stage: textParam(stage.name) })),
    ...stages
      .filter((stage) => stage.name.en.trim() === '')
      .map((stage) => error('stageWithoutName', `stages.${stage.id}`)),
    ...duplicates(stages.map((stage) => stage.id)).map((id) =>
      error('duplicateStage', `stages.${id}`, { stage: id }),
    ),
    ...twice.map((id) => error('statusInTwoStages', 'stages', { status: id })),
  ];
}

/** Where a step stands in the item. */
const stepAt = (index: number): string => `approvals.${index}`;

function checkApproval(
  step: ApprovalStep,
  at: string,
  byId: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] {
  const { approverField } = step;
  const asking = step.approvers.length + (approverField ? 1 : 0) + (step.manager ? 1 : 0);
  const asked = byId.get(approverField ?? '');
  return [
    ...(asking === 0 ? [error('noApprovers', at)] : []),
    ...(approverField && !(asked && isPerson(asked))
      ? [error('approverFieldNotUser', `${at}.approverField`, { field: approverField })]
      : []),
    ...(countsOwn(step.rule) && (step.needed ?? 0) > asking
      ? [error('tooFewApprovers', `${at}.needed`, { needed: step.needed ?? 0 })]
      : []),
    ...(countsOwn(step.rule) && step.needed === undefined ? [error('noNumber', `${at}.needed`)] : []),
    ...checkCondition(step.when, `${at}.when`, byId, true),
  ];
}

/**
 * An approval that holds nothing up is none: work must wait in a status, and either decision must lead out of it. What is approved
 * before there is a work item needs none.
 */
function checkApprovalStatuses(step: ApprovalStep, at: string): readonly ItemProblem[] {
  if (step.beforeIssue === true) return [];
  const { waitingStatusId, approvedToStatusId, declinedToStatusId } = step;
  const stays =
    waitingStatusId !== undefined &&
    (waitingStatusId === approvedToStatusId || waitingStatusId === declinedToStatusId);
  return [
    ...(waitingStatusId ? [] : [error('noWaitingStatus', `${at}.waitingStatusId`)]),
    ...(approvedToStatusId ? [] : [error('noApprovedStatus', `${at}.approvedToStatusId`)]),
    ...(declinedToStatusId ? [] : [error('noDeclinedStatus', `${at}.declinedToStatusId`)]),
    ...(stays ? [error('waitsInPlace', `${at}.waitingStatusId`)] : []),
  ];
}

/** Who left can't decide, a status that the workflow does not have is never reached, and Jira's form decides what is taken. */
function checkInJira(
  content: ItemContent,
  { gone, statusIds, screen, missing: lost, held }: JiraSurroundings,
): readonly ItemProblem[] {
  const { approvals, actions, owner, fulfilment } = content;
  const missing = (part: string, statuses: object): readonly (readonly [string, string])[] =>
    Object.entries(statuses)
      .filter((entry): entry is [string, string] => /StatusId$/.test(entry[0]) && entry[1] !== undefined)
      .filter(([, status]) => statusIds !== null && !statusIds.has(status))
      .map(([name, status]) => [`${part}.${name}`, status]);
  return [
    ...approvals.flatMap((step, index) => {
      const left = step.approvers.filter((id) => gone.has(id)).join(', ');
      return left === '' ? [] : [error('approverGone', stepAt(index), { accounts: left })];
    }),
    ...(gone.has(owner) ? [warning('ownerGone', 'owner', { account: owner })] : []),
    ...approvals.flatMap((step, index) =>
      missing(stepAt(index), step).map(([path, status]) => error('statusNotInWorkflow', path, { status })),
    ),
    ...approvals.flatMap(({ waitingStatusId: status = '' }, index) => {
      const hold = held?.get(status);
      if (hold === undefined) return [];
      const at = `${stepAt(index)}.waitingStatusId`;
      return [
        hold === 'held' ? error('heldByService', at, { status }) : warning('mayBeHeld', at, { status }),
      ];
    }),
    ...fulfilment.mappings.flatMap(({ jiraField, source }) =>
      jiraField === 'parent' && source.kind === 'constant' && lost?.has(source.value)
        ? [error('noParent', mappingAt(jiraField), { key: source.value })]
        : [],
    ),
    ...missing('actions', actions).map(([path, status]) => warning('statusNotInWorkflow', path, { status })),
    ...(screen ? checkScreen(content, screen) : []),
  ];
}

function checkActions({ actions, stages }: ItemContent): readonly ItemProblem[] {
  const known = new Set(stages.flatMap((stage) => stage.statusIds));
  const wanted = Object.entries(actions).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return wanted
    .filter(([, statusId]) => !known.has(statusId))
    .map(([name, status]) => warning('statusWithoutStage', `actions.${name}`, { status }));
}
