import { useCallback, useMemo, useState } from 'react';
import type { ItemPage } from '../../../src/catalog/contract';
import { checkAnswers } from '../../../src/catalog/domain/answers';
import { defaultAnswers } from '../../../src/catalog/domain/defaults';
import type { Answer, Answers } from '../../../src/catalog/domain/model';
import { type FieldState, formState } from '../../../src/catalog/domain/visibility';
import type { FieldProblem } from '../../../src/shared/domain/result';
import { call, RequestFailed } from '../../shared/api';
import { viewer } from '../../shared/context';
import { todayThere } from '../../shared/dates';
import { earliestDates } from './earliest-date';
import { type DraftState, useDraft } from './use-draft';

export interface Sent {
  readonly requestId: string;
  readonly issueKey: string;
  /** When it was sent. */
  readonly at: number;
}

export interface RequestFormState {
  readonly answers: Answers;
  readonly fields: ReadonlyMap<string, FieldState>;
  /** Problems that are due to be shown: of fields that were left, or all after a try to send. */
  readonly problems: ReadonlyMap<string, FieldProblem>;
  readonly sending: boolean;
  readonly error: unknown;
  readonly draft: DraftState;
  readonly change: (fieldId: string, answer: Answer) => void;
  readonly leave: (fieldId: string) => void;
  /** Answers the id of the first field with a problem, or null when the form was sent or Jira failed. */
  readonly send: () => Promise<string | null>;
}

/** The life of one form: answers, what is wrong with them, the draft, and one token for all tries to send it. */
export function useRequestForm(page: ItemPage, onSent: (sent: Sent) => void): RequestFormState {
  const { item, draft: stored } = page;
  const { form } = item.content;
  const [clientToken] = useState(() => stored?.clientToken ?? crypto.randomUUID());
  const [answers, setAnswers] = useState<Answers>(() => firstAnswers(page));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const draft = useDraft({ itemId: item.id, itemVersion: item.version, clientToken, answers, stored });

  const rules = useMemo(() => {
    const now = Date.now();
    return { today: todayThere(now), earliestDate: earliestDates(page, answers, now) };
  }, [page, answers]);
  const checked = checkAnswers(form, answers, rules);
  const fields = formState(form, answers);

  const shown = new Map<string, FieldProblem>();
  for (const problem of checked.problems)
    if (tried || left.has(problem.field)) shown.set(problem.field, problem);
  for (const problem of refused) if (!shown.has(problem.field)) shown.set(problem.field, problem);

  const change = useCallback((fieldId: string, answer: Answer) => {
    setAnswers((before) => ({ ...before, [fieldId]: answer }));
    setRefused((before) => before.filter((problem) => problem.field !== fieldId));
  }, []);
  const leave = useCallback((fieldId: string) => setLeft((before) => new Set(before).add(fieldId)), []);

  const firstOf = (problems: readonly FieldProblem[]): string | null =>
    form.find((field) => problems.some((problem) => problem.field === field.id))?.id ?? null;

  const send = async (): Promise<string | null> => {
    setTried(true);
    const first = firstOf(checked.problems);
    if (first !== null || sending) return first;
    setSending(true);
    setError(null);
    try {
      await draft.pause();
      const answer = await call('requests.submit', {
        clientToken,
        itemId: item.id,
        itemVersion: item.version,
        answers: checked.answers,
      });
      draft.finish();
      onSent({ requestId: answer.requestId, issueKey: answer.issueKey, at: Date.now() });
      return null;
    } catch (failure) {
      const problems = failure instanceof RequestFailed ? failure.fields : [];
      const field = firstOf(problems);
      // Problems of fields are told at the fields; only the rest needs a message of its own.
      setRefused(problems);
      setError(field === null ? failure : null);
      return field;
    } finally {
      setSending(false);
    }
  };

  return { answers, fields, problems: shown, sending, error, draft, change, leave, send };
}

/** The draft where there is one (of fields the form still has), else the defaults. */
function firstAnswers({ item, draft }: ItemPage): Answers {
  const { accountId } = viewer();
  const defaults = defaultAnswers(item.content.form, {
    accountId: accountId ?? '',
    today: todayThere(Date.now()),
  });
  if (draft === null) return defaults;
  const known = new Set(item.content.form.map((field) => field.id));
  return {
    ...defaults,
    ...Object.fromEntries(Object.entries(draft.answers).filter(([id]) => known.has(id))),
  };
}
