/**
 * Tells the work items above what the clocks of a work item come to. What is told is all there is to tell, from Jira's own
 * history, and replaces what was told before: telling twice, late or out of order ends the same (ADR 0014).
 */
import { replay } from '../../engine/replay/replay';
import { isCurrent } from '../../engine/revisions/former';
import { workItemsAbove } from '../../engine/related/above';
import { type ChildFact, childFacts } from '../../engine/related/child-facts';
import { crossingsOf } from '../../engine/related/crossings';
import type { Fact, IssueHistory, SlaDefinitions } from '../../engine/model';
import { log } from '../../../platform/log';
import type { SlaRecord } from '../record/record';
import { type Draft, reportAt, toldOf } from './compose';
import { CONFLICT, untilWritten } from '../../../work/update';
import type { FullHistory, SlaPorts } from './ports';
import { readingOnce } from './reading-once';
import { historyOf, rebuild, rebuildFrom } from './rebuild';
import { persist } from './persist';

/** More facts of other work items than this are not kept with one. */
const MOST_CHILD_FACTS = 300;

export type Notified = 'told' | 'conflict';

/** Whether the work items above have something to be told; a record of older definitions is brought up to date first. */
export function mustNotify(ports: SlaPorts, record: SlaRecord, definitions: SlaDefinitions): boolean {
  if (record.open === 'g') return record.parents !== undefined;
  if (!isCurrent(definitions, record.state.version)) return false;
  if (record.told === undefined && crossingsOf(definitions).length === 0) return false;
  return record.told !== toldOf(definitions, reportAt(definitions, record.state, ports.now() + 1));
}

/** Tells them, and remembers that they were told. `conflict`: somebody else wrote meanwhile; decide again. */
export async function notifyParents(
  ports: SlaPorts,
  record: SlaRecord,
  definitions: SlaDefinitions,
  full: FullHistory,
): Promise<Notified> {
  // An instant is passed one millisecond later, a pause or a breach of now included.
  const timed: SlaPorts = { ...ports, now: () => ports.now() + 1 };
  const { issueId } = record.state;
  const history = historyOf(full, record, definitions);
  const draft = rebuildFrom(history, full, record, definitions, record.facts);
  const facts = factsAbove(full, history, definitions, timed.now());
  const former = record.parents ?? [];
  let current = record;
  if ([...facts.keys()].some((id) => !former.includes(id))) {
    // Written down first: whoever has been told must be found again, whatever happens next.
    current = { ...record, rev: record.rev + 1, parents: [...new Set([...former, ...facts.keys()])] };
    if ((await ports.save(current, { rev: record.rev })) === 'conflict') return 'conflict';
  }
  for (const id of current.parents ?? [])
    await tellOne(ports, id, issueId, definitions, () => facts.get(id) ?? []);
  const told = toldOf(definitions, reportAt(definitions, draft.state, timed.now()));
  const { told: _before, ...rest } = draft;
  const done: Draft = { ...rest, parents: [...facts.keys()], ...(told === undefined ? {} : { told }) };
  return (await persist(timed, done, current, definitions)) === 'conflict' ? 'conflict' : 'told';
}

/** Lets those go that a deleted work item still held, as of its deletion, and forgets them. */
export async function notifyOfDeletion(
  ports: SlaPorts,
  record: SlaRecord,
  definitions: SlaDefinitions,
): Promise<Notified> {
  const { issueId } = record.state;
  for (const id of record.parents ?? [])
    await tellOne(ports, id, issueId, definitions, (was) => letGo(was, record.updatedAt));
  const { parents: _told, nextAt: _disarmed, ...rest } = record;
  const done: SlaRecord = { ...rest, rev: record.rev + 1 };
  return (await ports.save(done, { rev: record.rev })) === 'conflict' ? 'conflict' : 'told';
}

/** What each work item above must know. */
function factsAbove(
  full: FullHistory,
  history: IssueHistory,
  definitions: SlaDefinitions,
  now: number,
): ReadonlyMap<string, readonly ChildFact[]> {
  const above = new Map<string, readonly ChildFact[]>();
  const report = replay(definitions, history, now, { trace: true });
  for (const crossing of crossingsOf(definitions)) {
    const facts = childFacts(crossing, report);
    if (facts.length === 0) continue;
    for (const id of workItemsAbove(full.issue.fields, crossing.measuredOn))
      if (id !== full.issue.id) above.set(id, [...(above.get(id) ?? []), ...facts]);
  }
  return above;
}

/** Puts what a child has to say in the place of what it said before. Costs one storage read when that is the same. */
async function tellOne(
  ports: SlaPorts,
  parentId: string,
  childId: string,
  definitions: SlaDefinitions,
  say: (was: readonly ChildFact[]) => readonly ChildFact[],
): Promise<void> {
  const readOnce = readingOnce(ports);
  await untilWritten(async () => {
    const { record } = await ports.load(parentId);
    if (record?.open === 'g') return;
    const facts = record?.facts ?? [];
    const was = facts.filter((fact): fact is ChildFact => isOf(fact, childId));
    const next = inPlace(fitted([...facts.filter((fact) => !isOf(fact, childId)), ...say(was)], parentId));
    if (JSON.stringify(next) === JSON.stringify(inPlace(facts))) return;
    const full = await readOnce(parentId, record, definitions);
    if (full === null) return;
    const draft = rebuild(full, record, definitions, next);
    return (await persist(ports, draft, record, definitions)) === 'conflict' ? CONFLICT : undefined;
  });
}

const isChild = (fact: Fact): fact is ChildFact => fact.kind === 'child';
const isOf = (fact: Fact, childId: string): boolean => isChild(fact) && fact.issueId === childId;

/** One order for equal facts: people's own first, then those of each child. */
const inPlace = (facts: readonly Fact[]): readonly Fact[] => [
  ...facts.filter((fact) => !isChild(fact)),
  ...facts.filter(isChild).sort((a, b) => (a.issueId === b.issueId ? 0 : a.issueId < b.issueId ? -1 : 1)),
];

const clockOf = ({ issueId, metricId }: ChildFact): string => `${issueId}:${metricId}`;

/** Those of the child's clocks that hold something are said to have let go at an instant. */
const letGo = (was: readonly ChildFact[], at: number): readonly ChildFact[] => {
  const last = new Map(was.map((fact) => [clockOf(fact), fact]));
  const held = [...last.values()].filter(({ what }) => what === 'pauses');
  return [
    ...was,
    ...held.map(({ reason: _none, ...fact }): ChildFact => ({
      ...fact,
      at: Math.max(at, fact.at + 1),
      id: `${fact.issueId}:${fact.metricId}:deleted`,
      what: 'resumes',
    })),
  ];
};

/** The newest facts, and the last of each clock, which says whether it still holds something. */
const fitted = (facts: readonly Fact[], issueId: string): readonly Fact[] => {
  const children = facts.filter(isChild);
  if (children.length <= MOST_CHILD_FACTS) return facts;
  log.warn('sla.children.many', { issueId });
  const byTime = [...children].sort((a, b) => a.at - b.at);
  const kept = new Set([
    ...byTime.slice(-MOST_CHILD_FACTS),
    ...new Map(byTime.map((fact) => [clockOf(fact), fact])).values(),
  ]);
  return facts.filter((fact) => !isChild(fact) || kept.has(fact));
};
