/** How each thing that follows on a request is done, and done again. */
import * as v from 'valibot';
import { textDocument } from '../kernel/adf';
import { textAnswer } from '../kernel/text-schema';
import { AppFailure, JiraRefused, notFound } from '../kernel/errors';
import type { IssueNow } from '../platform/jira/issues/issues-now';
import { log } from '../platform/log';
import { accounts, isNobody } from '../work/notify/addressees';
import { reached } from '../work/notify/reached';
import type { StepKind, StepKinds } from '../work/step-kinds';
import { askingApprovers, tellingDecision } from './approvals/approval-notices';
import { makeApproved } from './issue/approve-first';
import { askAgain, waitsUnasked } from './approvals/ask-again';
import { currentApproval, waitsStill } from './domain/approval';
import { isToBeMade } from './domain/before-issue';
import type { RequestDocument } from './domain/model';
import { endSent } from './drafts/draft-store';
import { finishHalfMade } from './issue/finish-half-made';
import { itemOf } from './records/item-of';
import { isUnsettled, settleChange } from './records/settle';
import type { RequestPorts } from './ports';
import { planReminder } from './approvals/remind-approvers';
import { readRequest } from './records/store';

export type StepPorts = Omit<
  RequestPorts,
  | 'aboutRequester'
  | 'attachedByApp'
  | 'attachFile'
  | 'attachmentBytes'
  | 'attachPublicly'
  | 'calendarsOf'
  | 'claimFiles'
  | 'deskOf'
  | 'carryOut'
  | 'earliestDate'
  | 'findsIssue'
  | 'firstIssue'
  | 'factsOf'
  | 'findItem'
  | 'groupsOf'
  | 'hasMoved'
  | 'heldFiles'
  | 'mayBrowse'
  | 'maySee'
  | 'previousAnswers'
  | 'promisesOf'
  | 'publicComments'
  | 'publishedItem'
  | 'withLevel'
  | 'readObject'
  | 'removeObject'
  | 'storesFiles'
>;

const factData = v.object({
  decision: v.picklist(['requested', 'approved', 'declined']),
  by: v.string(),
  at: v.number(),
});
const moveData = v.object({
  to: v.string(),
  whileApproval: v.optional(v.string()),
  from: v.optional(v.string()),
});
const decisionData = v.object({
  decision: v.picklist(['approved', 'declined']),
  by: v.string(),
  comment: v.string(),
  item: textAnswer,
});
const sinceData = v.object({ since: v.string() });
const sayData = v.object({ text: v.string(), by: v.string() });
const changeData = v.object({
  change: v.picklist(['confirm', 'reopen', 'cancel']),
  by: v.string(),
  reason: v.string(),
  at: v.string(),
});

/** The kinds of one request's steps. The request is read when the first of them asks for it. */
export const requestSteps =
  (ports: StepPorts) =>
  (id: string): StepKinds => {
    let known: Promise<RequestDocument | null> | undefined;
    const request = () => (known ??= readRequest(id));
    /** Of steps that make no sense without an issue. */
    const opened = async () => {
      const found = await request();
      if (!found || found.issueId === undefined) throw notFound('This request');
      return { ...found, issueId: found.issueId };
    };
    const isOpened = async () => (await request())?.issueId !== undefined;
    const issueNow = async (): Promise<IssueNow | undefined> => {
      const { issueId = '' } = (await request()) ?? {};
      return (await ports.issuesNow([issueId])).get(issueId);
    };
    const isLeft: StepKind['isLeft'] = async (_, { id: mark, since }) =>
      ports.isCommented((await opened()).issueId, mark, since);

    /** Whether an approval that began then is still to be decided, and its work item waits for it. */
    const isWaitedFor = async (since: string): Promise<boolean> => {
      const found = await request();
      const approval = found ? currentApproval(found) : undefined;
      if (approval?.state !== 'pending' || approval.startedAt !== since) return false;
      return waitsStill(approval, await issueNow());
    };
    const ask = async (how: 'ask' | 'remind', mark: string): Promise<void> => {
      const found = await opened();
      const { content } = await itemOf(found, ports);
      const body = await askingApprovers(found, content.name, ports.directory, how);
      await ports.notice(found.issueId, body, 'approval', mark);
    };

    const move: StepKind = {
      repeats: 'repeatable',
      holds: async (data) => {
        const { to, whileApproval, from } = v.parse(moveData, data);
        const [found, issue] = [await request(), await issueNow()];
        if (!found || !issue) return false;
        if (issue.status.id === to) return true;
        if (from !== undefined) return issue.status.id === from;
        const approval = currentApproval(found);
        return approval?.state === whileApproval && waitsStill(approval, issue);
      },
      run: async (data, { again }) => {
        const { to, from } = v.parse(moveData, data);
        const now = again ? (await issueNow())?.status.id : from;
        const { issueId, adopted } = await opened();
        // What an adopted request says of its item could have been edited on the issue: there the person moves it.
        await (adopted ? ports.moveAsUser : ports.moveTo)(issueId, to, now);
      },
    };

    return {
      finish: {
        repeats: 'repeatable',
        first: true,
        holds: async () => true,
        run: async () => {
          known = finishHalfMade(await request(), ports.now(), ports);
          await known;
        },
      },
      make: {
        repeats: 'repeatable',
        first: true,
        holds: async () => {
          const found = await request();
          return found !== null && (found.issueId !== undefined || isToBeMade(found));
        },
        run: async () => {
          known = makeApproved(id, ports);
          await known;
        },
      },
      fact: {
        repeats: 'repeatable',
        holds: isOpened,
        run: async (data) => {
          const { decision, by, at } = v.parse(factData, data);
          await ports.recordApproval((await opened()).issueId, decision, by, at);
        },
      },
      move,
      moveFirst: { ...move, first: true },
      askAgain: {
        repeats: 'repeatable',
        first: true,
        holds: (data) => waitsUnasked(id, v.parse(sinceData, data).since, ports),
        run: async (data) => {
          await askAgain(id, v.parse(sinceData, data).since, ports);
          known = undefined;
        },
      },
      ask: {
        repeats: 'traced',
        holds: async () => {
          const found = await request();
          return found?.issueId !== undefined && currentApproval(found)?.state === 'pending';
        },
        isLeft,
        run: async (_, { id: mark }) => {
          await ask('ask', mark);
          await planReminder(id, ports);
        },
      },
      remind: {
        repeats: 'traced',
        holds: (data) => isWaitedFor(v.parse(sinceData, data).since),
        isLeft,
        // Who decides in this very moment is not reminded.
        run: async (data, { id: mark }) => {
          if (await isWaitedFor(v.parse(sinceData, data).since)) await ask('remind', mark);
        },
      },
      watch: {
        repeats: 'repeatable',
        holds: isOpened,
        run: async () => {
          const { issueId, issueKey = '', requester } = await opened();
          const to = await reached(accounts(requester), [], issueKey, ports.directory);
          if (!isNobody(to)) await letWatch(issueId, requester, ports);
        },
      },
      tell: {
        repeats: 'traced',
        holds: async () => (await issueNow()) !== undefined,
        isLeft,
        run: async (data, { id: mark }) => {
          const { decision, by, comment, item } = v.parse(decisionData, data);
          const name = (await ports.namesOf([by])).get(by) ?? by;
          const body = await tellingDecision({ decision, name, comment }, item, ports.directory);
          await ports.notice((await opened()).issueId, body, decision, mark);
        },
      },
      say: {
        repeats: 'traced',
        holds: async () => (await issueNow()) !== undefined,
        isLeft: async (data, { id: mark, since }) =>
          ports.isCommented((await opened()).issueId, mark, since, v.parse(sayData, data).by),
        // As the person where Jira lets them comment, else by the app for them.
        run: async (data, { id: mark }) => {
          const { text: words, by } = v.parse(sayData, data);
          const { issueId } = await opened();
          const body = textDocument(words);
          if (!(await ports.commentAsUser(issueId, body, mark)))
            await ports.commentFor(issueId, body, by, mark);
        },
      },
      settle: {
        repeats: 'repeatable',
        holds: async (data) => {
          const found = await request();
          return found !== null && isUnsettled(found, v.parse(changeData, data));
        },
        run: async (data) => {
          const { content } = await itemOf(await opened(), ports);
          await settleChange(id, v.parse(changeData, data), content.name);
        },
      },
      dropDraft: {
        repeats: 'repeatable',
        holds: async () => ((await request())?.state ?? 'creating') !== 'creating',
        run: async () => {
          const found = await request();
          if (found !== null) await endSent(found.requester, id);
        },
      },
    };
  };

/** Where Jira lets nobody watch, or the app not say who does, they find it in the portal. */
async function letWatch(
  issueId: string,
  accountId: string,
  { addWatcher }: Pick<StepPorts, 'addWatcher'>,
): Promise<void> {
  try {
    await addWatcher(issueId, accountId);
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    log.info('request.unwatched', { status: error.status });
  }
}

/** Ports where nobody calls: what only a person may do is refused, or left to the app. */
export const withoutPerson = <P extends StepPorts>(ports: P): P => ({
  ...ports,
  moveAsUser: () => Promise.reject(new JiraRefused(409, ['REQUESTER_ONLY'])),
  commentAsUser: async () => false,
});

/** What a person is told whose wish is noted and will be done, though Jira can't do it now. */
export const doneLater = (): AppFailure =>
  new AppFailure('DONE_LATER', 'Jira can’t do this now. It is noted, and done as soon as Jira can.');
