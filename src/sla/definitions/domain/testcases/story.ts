/** The made-up issue of a test case as a history. */
import type {
  Fact,
  FieldChange,
  FieldValue,
  Instant,
  IssueHistory,
  SlaTestCase,
  TestEvent,
} from '../../../engine/model';
import { readLocal } from './local-time';

/** Why a test case can't be run: which of its times is wrong. */
export type StoryProblem =
  | { readonly code: 'BAD_TIME'; readonly text: string }
  /** The event or the instant looked at lies before the creation. */
  | { readonly code: 'BEFORE_CREATION'; readonly text: string };

export interface Story {
  readonly history: IssueHistory;
  /** When the metric is looked at. */
  readonly at: Instant;
}

class BadStory extends Error {
  constructor(readonly problem: StoryProblem) {
    super(problem.code);
  }
}

/** The history a test case describes, or what is wrong with its times. @throws UnknownZoneError */
export const storyOf = (test: SlaTestCase, metricId: string): Story | StoryProblem => {
  const instant = (text: string, notBefore = -Infinity): Instant => {
    const moment = readLocal(text, test.zone);
    if (moment === null) throw new BadStory({ code: 'BAD_TIME', text });
    if (moment.at < notBefore) throw new BadStory({ code: 'BEFORE_CREATION', text });
    return moment.at;
  };
  try {
    const createdAt = instant(test.createdAt);
    const timed = test.events
      .map((event) => ({ event, at: instant(event.at, createdAt) }))
      .sort((left, right) => left.at - right.at);
    const values = new Map<string, FieldValue>(Object.entries(test.fields));
    const facts = timed.map(({ event, at }, index) =>
      factOf(event, { at, id: String(index + 1), by: null }, values, metricId, instant),
    );
    return {
      at: instant(test.at, createdAt),
      history: {
        issueId: '1',
        issueKey: 'TEST-1',
        createdAt,
        reporter: 'requester',
        initial: test.fields,
        facts,
      },
    };
  } catch (error) {
    if (error instanceof BadStory) return error.problem;
    throw error;
  }
};

type Base = Pick<Fact, 'at' | 'id' | 'by'>;

function factOf(
  event: TestEvent,
  base: Base,
  values: Map<string, FieldValue>,
  metricId: string,
  instant: (text: string) => Instant,
): Fact {
  switch (event.kind) {
    case 'change':
      return { ...base, kind: 'change', changes: event.changes.map((change) => changeOf(change, values)) };
    case 'comment':
      return {
        ...base,
        kind: 'comment',
        author: event.author,
        public: event.public,
        ...(event.shown === undefined ? {} : { shown: event.shown }),
        ...(event.groups === undefined ? {} : { groups: event.groups }),
      };
    case 'approval':
      return { ...base, kind: 'approval', decision: event.decision };
    case 'link':
      return { ...base, kind: 'link', linked: event.linked, linkType: event.linkType };
    case 'child': {
      const { issueId, metricId: below, what } = event;
      return { ...base, kind: 'child', issueId, metricId: below, what };
    }
    case 'pause':
      return {
        ...base,
        kind: 'pause',
        reason: event.reason,
        ...(event.resumeAt === undefined ? {} : { resumeAt: instant(event.resumeAt) }),
      };
    case 'resume':
      return { ...base, kind: 'resume' };
    case 'extend':
      return { ...base, kind: 'extend', metricId, ms: event.ms, from: event.from, reason: '' };
  }
}

/** What a field was before is what the story has made of it so far. */
function changeOf(
  { field, to }: { readonly field: string; readonly to: FieldValue },
  values: Map<string, FieldValue>,
): FieldChange {
  const from = values.get(field) ?? [];
  values.set(field, to);
  return { field, from, to };
}
