import type { OfferedItem } from '../call-answers';
import { sharedQuestion } from '../form/joining';
import type { Destination, FormRule, ItemPrice, PublishedItem } from '../model';
import { type Price, testsPrice } from '../form/price';
import { startStatusOf } from '../form/promised-fields';

/** What the promises of an item depend on: the Jira fields they look at, and every value they name. */
export interface PromiseNeeds {
  readonly fields: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}

/** Stands for labels that no promise names: that there are some may decide one. */
const SOME_LABEL = '-';

/** The item without what its page does not need: lists of people, constants and labels that decide no promise. */
export function offeredItem(
  { id, version, publishedAt, content }: PublishedItem,
  needs: PromiseNeeds,
  showsPrice: boolean,
  /** The items it may lead to: of others not even the id is told. All where it is left out. */
  known?: ReadonlySet<string>,
): OfferedItem {
  const led = (to: Destination): Destination => toldDestination(to, known);
  const { fulfilment, approvals, stages, onBehalf, quantity } = content;
  const price = content.price && showsPrice ? toldPrice(content.price) : undefined;
  const startStatusId = startStatusOf(content);
  const shared = sharedQuestion(content);
  return {
    id,
    version,
    publishedAt,
    content: {
      ...(content.kind && { kind: content.kind }),
      ...(content.opens && { opens: led(content.opens) }),
      name: content.name,
      summary: content.summary,
      description: content.description,
      included: content.included,
      audience: content.audience,
      owner: content.owner,
      ...(content.prerequisites && { prerequisites: content.prerequisites }),
      ...(content.receipt && { receipt: content.receipt }),
      ...(content.picture && { picture: content.picture }),
      ...(price && { price }),
      ...(quantity && { quantity }),
      form: content.form,
      ...(content.rules && { rules: content.rules.map((rule) => shownRule(rule, led)) }),
      knowledgeScope: content.knowledgeScope,
      promise: content.promise,
      ...(onBehalf && { onBehalf: { field: onBehalf.field } }),
      ...(shared !== null && { joining: { shows: shared } }),
      ...neededByOf(content),
      fulfilment: {
        projectId: fulfilment.projectId,
        issueTypeId: fulfilment.issueTypeId,
        mappings: fulfilment.mappings.filter(
          ({ jiraField, source }) => needs.fields.has(jiraField) && source.kind !== 'template',
        ),
        labels: needs.fields.has('labels') ? labelsFor(fulfilment.labels, needs) : [],
      },
      stages: stages.map(({ id, name, actor, kind }) => ({ id, name, actor, kind })),
      ...(startStatusId !== undefined && { startStatusId }),
      approvals: approvals.map(({ when, waitingStatusId, manager }) => ({
        // By a price that is not told they would tell it: then they may be needed.
        ...(when && (showsPrice || !testsPrice(when)) && { when }),
        ...(manager && { manager }),
        ...(waitingStatusId && { waitingStatusId }),
      })),
      articles: content.articles.map(({ pageId }) => ({ pageId })),
    },
  };
}

/** The questions for a day by which it is needed: those that give the work item its due date, and those that take no day at once. */
function neededByOf({
  form,
  fulfilment,
}: PublishedItem['content']): Pick<OfferedItem['content'], 'neededBy'> {
  const due = fulfilment.mappings.flatMap(({ jiraField, source }) =>
    jiraField === 'duedate' && source.kind === 'answer' ? [source.field] : [],
  );
  const neededBy = form
    .filter(
      ({ id, type, minWorkingDays }) => type === 'date' && (minWorkingDays !== undefined || due.includes(id)),
    )
    .map(({ id }) => id);
  return neededBy.length > 0 ? { neededBy } : {};
}

const toldPrice = ({ hidden: _hidden, shownTo: _shownTo, ...price }: ItemPrice): Price => price;

/** Who may not read a page is not told its title either, and of an item that is not for them nothing. */
function toldDestination(to: Destination, known: ReadonlySet<string> | undefined): Destination {
  if (to.kind === 'page') return { kind: to.kind, id: to.id };
  return to.kind === 'item' && known?.has(to.id) === false ? { kind: to.kind, id: '' } : to;
}

/** What an editor calls a rule is for editors. */
const shownRule = (rule: FormRule, led: (to: Destination) => Destination): FormRule => ({
  ...rule,
  name: '',
  then: rule.then.map((effect) =>
    effect.do === 'lead' && effect.to ? { ...effect, to: led(effect.to) } : effect,
  ),
});

function labelsFor(labels: readonly string[], { values }: PromiseNeeds): readonly string[] {
  const named = labels.filter((label) => values.has(label));
  return named.length === 0 && labels.length > 0 ? [SOME_LABEL] : named;
}

/** Every text that stands somewhere in a value. */
export function textsIn(value: unknown): ReadonlySet<string> {
  const texts = new Set<string>();
  JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member === 'string') texts.add(member);
    return member;
  });
  return texts;
}
