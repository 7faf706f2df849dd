import { useCallback, useMemo, useState } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { checkAnswers } from '../../../src/catalog/domain/answers';
import { type CarriedOver, carryOver } from '../../../src/catalog/domain/carry-over';
import { withoutFacts } from '../../../src/catalog/domain/facts';
import type { Source } from '../../../src/catalog/domain/defaults';
import type { Answer, Answers, FormField, Text } from '../../../src/catalog/domain/model';
import { hasPart } from '../../../src/catalog/domain/kinds';
import type { FieldState, ledBy } from '../../../src/catalog/domain/visibility';
import type { Finding } from '../../../src/kernel/finding';
import { RequestFailed } from '../../shared/api';
import { todayThere } from '../../shared/dates';
import { useAsking } from './asking';
import { earliestDates } from './earliest-date';
import { type DraftState, useDraft } from './use-draft';
import { useFacts } from './use-facts';
import { useStart } from './use-start';

export interface Sent {
  readonly requestId: string;
  /** None where it is made once the request is approved. */
  readonly issueKey: string | undefined;
  /** When it was sent. */
  readonly at: number;
}

/** A form that was begun: as it was asked then, the answers, and the token it will be sent with. */
export interface BegunForm {
  readonly form: readonly FormField[];
  readonly answers: Answers;
  readonly clientToken: string;
  /** What led here, where another item did. */
  readonly from?: Text;
}

export interface FormOutcome {
  readonly onSent: (sent: Sent) => void;
  /** The item asks something else now; resolves when the new form is there, throws when there is none. */
  readonly onFormChanged: (begun: BegunForm) => Promise<void>;
}

export interface RequestFormState {
  /** With what is known of whom it is for. */
  readonly answers: Answers;
  readonly fields: ReadonlyMap<string, FieldState>;
  /** Problems that are due to be shown: of fields that were left, or all after a try to send. */
  readonly problems: ReadonlyMap<string, Finding>;
  /** Answers to a former form that this one has no place for; `null` when the form is the one that was begun. */
  readonly others: CarriedOver['others'] | null;
  /** Why a rule of the item does not let the form be sent; `null` when it does. */
  readonly blocked: Text | null;
  /** What people are led to in the place of sending; `null` when nothing is. */
  readonly lead: ReturnType<typeof ledBy>;
  readonly sending: boolean;
  readonly error: unknown;
  readonly draft: DraftState;
  /** Where an answer comes from that the form began with, as long as it is that. */
  readonly sourceOf: (fieldId: string) => Source | undefined;
  readonly change: (fieldId: string, answer: Answer) => void;
  readonly leave: (fieldId: string) => void;
  /** Answers the id of the first field with a problem, or null when the form was sent or the trouble is told on its own. */
  readonly send: () => Promise<string | null>;
  /** The same form as another request, after it turned out to be sent already. */
  readonly sendAsNew: () => Promise<string | null>;
}

/** Told while typing: there is no use in waiting until the field is left. */
const AT_ONCE: readonly string[] = ['tooLong', 'formTooLong'];

/** The life of one form: answers, what is wrong with them, the draft, and one token for all tries to send it. */
export function useRequestForm(
  page: ItemPage,
  carried: BegunForm | null,
  { onSent, onFormChanged }: FormOutcome,
): RequestFormState {
  const { item, draft: stored } = page;
  const { form, rules: formRules } = item.content;
  const asking = useAsking();
  const { accountId, isTrial } = asking;
  const [begun] = useState(() => carried ?? begunForm(page));
  const [clientToken, setClientToken] = useState(() => begun?.clientToken ?? crypto.randomUUID());
  const [start] = useState(() => begun && carryOver(begun.form, form, begun.answers));
  const begins = useStart(page, accountId);
  const [typed, setAnswers] = useState<Answers>(() => ({ ...begins.answers, ...start?.answers }));
  const facts = useFacts(page, typed);
  const answers = useMemo(() => ({ ...typed, ...facts }), [typed, facts]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<readonly Finding[]>([]);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const draft = useDraft({
    itemId: item.id,
    itemVersion: item.version,
    form,
    clientToken,
    answers: typed,
    stored: carried === null ? stored : null,
    isUnsaved: carried !== null,
    isKept: hasPart(item.content, 'work') && !isTrial,
  });

  const rules = useMemo(() => {
    const now = Date.now();
    return {
      today: todayThere(now),
      earliestDate: earliestDates(page, answers, accountId, now),
      rules: formRules,
    };
  }, [page, answers, accountId, formRules]);
  const checked = checkAnswers(form, answers, rules);
  const { fields, blocked, lead } = checked;

  const shown = new Map<string, Finding>();
  for (const problem of checked.problems)
    if (tried || left.has(problem.at) || AT_ONCE.includes(problem.code)) shown.set(problem.at, problem);
  for (const problem of refused) if (!shown.has(problem.at)) shown.set(problem.at, problem);

  const change = useCallback((fieldId: string, answer: Answer) => {
    setAnswers((before) => ({ ...before, [fieldId]: answer }));
    setRefused((before) => before.filter((problem) => problem.at !== fieldId));
  }, []);
  const leave = useCallback((fieldId: string) => setLeft((before) => new Set(before).add(fieldId)), []);

  const isSeen = ({ at }: Finding): boolean => fields.get(at)?.visible ?? false;
  const firstOf = (problems: readonly Finding[]): string | null =>
    form.find((field) => problems.some((problem) => problem.at === field.id))?.id ?? null;

  const told = async (failure: unknown, token: string): Promise<string | null> => {
    if (codeOf(failure) === 'FORM_CHANGED') {
      await draft.hold();
      try {
        await onFormChanged({ form, answers: typed, clientToken: token });
      } catch (later) {
        draft.release();
        throw later;
      }
      return null;
    }
    const problems = failure instanceof RequestFailed ? failure.fields : [];
    setRefused(problems.filter(isSeen));
    // What every problem's question tells needs no message of its own; anything else does.
    const isTold = problems.length > 0 && problems.every(isSeen);
    setError(isTold ? null : failure);
    return isTold ? firstOf(problems) : null;
  };

  const sendWith = async (token: string): Promise<string | null> => {
    setTried(true);
    const first = firstOf(checked.problems);
    if (first !== null || sending || blocked !== null || lead !== null || asking.send === undefined)
      return first;
    setSending(true);
    setError(null);
    try {
      await draft.hold();
      const made = await asking.send({
        clientToken: token,
        itemId: item.id,
        itemVersion: item.version,
        answers: withoutFacts(checked.answers),
      });
      if (made !== null) onSent({ requestId: made.requestId, issueKey: made.issueKey, at: Date.now() });
      return null;
    } catch (failure) {
      draft.release();
      return await told(failure, token).catch((later: unknown) => told(later, token));
    } finally {
      setSending(false);
    }
  };

  const send = (): Promise<string | null> => sendWith(clientToken);
  const sendAsNew = (): Promise<string | null> => {
    const token = crypto.randomUUID();
    setClientToken(token);
    return sendWith(token);
  };

  const others = begun !== null && isOther(begun.form, form) ? (start?.others ?? []) : null;
  return {
    answers,
    fields,
    problems: shown,
    others,
    blocked,
    lead,
    sending,
    error,
    draft,
    sourceOf: (id) => (typed[id] === begins.answers[id] ? begins.sources.get(id) : undefined),
    change,
    leave,
    send,
    sendAsNew,
  };
}

export const codeOf = (failure: unknown): string =>
  failure instanceof RequestFailed ? failure.code : 'INTERNAL';

const isOther = (a: readonly FormField[], b: readonly FormField[]): boolean =>
  JSON.stringify(a) !== JSON.stringify(b);

/** What was begun before and kept as a draft; `null` when nothing was. */
export const begunForm = ({ item, draft, draftForm }: ItemPage): BegunForm | null =>
  draft && {
    form: draftForm ?? item.content.form,
    answers: draft.answers,
    clientToken: draft.clientToken,
  };
