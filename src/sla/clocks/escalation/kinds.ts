/** How each action of an escalation is done, and done again. */
import { textIn } from '../../../kernel/text';
import { type Addressees, isNobody, without } from '../../../work/notify/addressees';
import { commentTo } from '../../../work/notify/comment';
import { peopleOf } from '../../../work/notify/directory';
import { inLanguages, languagesOf } from '../../../work/notify/languages';
import { mentioned } from '../../../work/notify/mentions';
import type { Kind } from '../../../work/perform';
import type { EscalationAction, Recipient } from '../../engine/model';
import { addresseesOf } from './addressees';
import type { Escalation } from './carry-out';
import { saidOf } from './message';
import type { Complaint } from '../notes/notes';
import type { LinkedOrder } from '../../../platform/jira/issues/linked-issue';
import type { EscalationPorts } from './ports';

export type Complain = (code: Complaint['code']) => Promise<void>;

const NOBODY_TOLD: ReadonlySet<string> = new Set();

/** What is done once looks for nothing and compares nothing: a mail. All else finds what an earlier attempt left. */
export function kindOf(
  action: EscalationAction,
  ports: EscalationPorts,
  complain: Complain,
): Kind<Escalation> {
  const addressed = (to: readonly Recipient[], { issue, responsible }: Escalation): Promise<Addressees> =>
    addresseesOf(to, issue, responsible, ports);
  /** Where people were told who may not be able to see what they were told about. */
  const complainIfUnsure = async ({ unsure }: Addressees): Promise<void> => {
    if (unsure) await complain('viewersUnknown');
  };
  switch (action.kind) {
    case 'comment':
      return {
        repeats: 'traced',
        isLeft: ({ issue }, { id, since }) => ports.hasComment(issue.id, id, since),
        run: async (escalation, { id }) => {
          const { issue, told = NOBODY_TOLD } = escalation;
          const to = await addressed(action.to, escalation);
          const people = await mentioned(to, issue.key, ports);
          const left = people.filter((person) => !told.has(person));
          const said = saidOf(action.text, { ...escalation, issueKey: issue.key });
          // Even with nobody to mention the comment stays on the issue, for whoever opens it.
          await ports.comment(issue.id, await commentTo(left, said, ports), id);
          if (people.length === 0) await complain('nobodyToTell');
          else await complainIfUnsure(to);
        },
      };
    case 'notify':
      return {
        repeats: 'once',
        run: async (escalation) => {
          const { issue, told = NOBODY_TOLD } = escalation;
          const to = await addressed(action.to, escalation);
          if (isNobody(to)) return complain('nobodyToTell');
          const left = without(to, told);
          if (isNobody(left)) return;
          const { name, say } = saidOf(action.text, { ...escalation, issueKey: issue.key });
          const languages = languagesOf(left, await peopleOf(left.users, ports), name);
          const subject = new Set(languages.map((locale) => textIn(name, locale)));
          const text = inLanguages(languages, say);
          await ports.notify(issue.id, left, `${[...subject].join(' / ')}: ${issue.key}`, text);
          await complainIfUnsure(to);
        },
      };
    case 'assign':
      return repeatable(async (escalation) => {
        const { issue } = escalation;
        const to = await addressed([action.to], escalation);
        const [person] = await mentioned(to, issue.key, ports);
        if (person === undefined) return complain('nobodyToTell');
        if (person !== issue.assignee) await ports.assign(issue.id, person);
        await complainIfUnsure(to);
      });
    case 'priority':
      return repeatable(async ({ issue }) => {
        if (issue.priorityId !== action.priorityId) await ports.setPriority(issue.id, action.priorityId);
      });
    case 'transition':
      return repeatable(async ({ issue }) => {
        if (issue.statusId === action.toStatusId) return;
        if (!(await ports.moveTo(issue.id, action.toStatusId))) await complain('transitionMissing');
      });
    case 'label':
      return repeatable(({ issue }) => ports.addLabel(issue.id, action.label));
    case 'createLinked': {
      const order = (issueKey: string, key: string): LinkedOrder => ({ ...action, key, issueKey });
      return {
        repeats: 'traced',
        isLeft: ({ issue }, { id, since }) => ports.hasLinked(order(issue.key, id), since),
        run: ({ issue }, { id }) => ports.createLinked(order(issue.key, id)),
      };
    }
    case 'property':
      return repeatable(({ issue, metric, level }, { id: key }) => {
        const { id, state, breached } = metric;
        return ports.setProperty(issue.id, action.key, { key, metric: id, level: level.id, state, breached });
      });
  }
}

const repeatable = (run: Kind<Escalation>['run']): Kind<Escalation> => ({ repeats: 'repeatable', run });
