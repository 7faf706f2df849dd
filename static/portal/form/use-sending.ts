import { useCallback, useState } from 'react';
import type { Answers } from '../../../src/catalog/domain/model';
import type { Finding } from '../../../src/kernel/finding';
import { codeOf, RequestFailed } from '../../shared/api';
import { type SentForm, useAsking } from './asking';
import type { DraftState } from './use-draft';

export interface Sent {
  readonly requestId: string;
  /** None where it is made once the request is approved. */
  readonly issueKey: string | undefined;
  /** When it was sent. */
  readonly at: number;
}

export interface Sending {
  /** Somebody tried: what is wrong is told of every question. */
  readonly tried: boolean;
  /** Of the last try: the questions that kept the form from being sent, or that Jira refused. Another list with each try. */
  readonly told: readonly string[];
  readonly refused: readonly Finding[];
  readonly isSending: boolean;
  readonly error: unknown;
  /** Whether it could be sent; what is in the way is told from then on. */
  readonly check: () => boolean;
  /** Settles when it was sent, or what is in the way is told. */
  readonly send: () => Promise<void>;
  /** The same form as another request, after it turned out to be sent already. */
  readonly sendAsNew: () => Promise<void>;
  /** Whoever changes an answer has seen what Jira said of it. */
  readonly forget: (fieldId: string) => void;
}

interface Wanted {
  readonly clientToken: string;
  /** Another token, for another request. */
  readonly renew: () => string;
  readonly item: Pick<SentForm, 'itemId' | 'itemVersion'>;
  /** What would be sent. */
  readonly answers: Answers;
  /** The questions that are not answered as they must be, in the order of the form. */
  readonly wrong: readonly string[];
  readonly isBlocked: boolean;
  readonly isSeen: (fieldId: string) => boolean;
  readonly draft: Pick<DraftState, 'hold' | 'release' | 'keeping'>;
  readonly onSent: (sent: Sent) => void;
  /** The item asks something else now; throws where the new form can't be read. */
  readonly onFormChanged: (clientToken: string) => Promise<void>;
}

/** Sends a form, and knows what came of it. All tries carry one token. */
export function useSending(wanted: Wanted): Sending {
  const { send: sendForm } = useAsking();
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly Finding[]>([]);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const forget = useCallback(
    (fieldId: string) => setRefused((before) => before.filter(({ at }) => at !== fieldId)),
    [],
  );

  const tell = async (failure: unknown, token: string): Promise<void> => {
    if (codeOf(failure) === 'FORM_CHANGED') {
      await wanted.draft.hold();
      try {
        return await wanted.onFormChanged(token);
      } catch (later) {
        wanted.draft.release();
        throw later;
      }
    }
    const problems = failure instanceof RequestFailed ? failure.fields : [];
    const seen = problems.filter(({ at }) => wanted.isSeen(at));
    setRefused(seen);
    setTold(seen.map(({ at }) => at));
    // What every problem's question tells needs no message of its own; anything else does.
    setError(problems.length > 0 && seen.length === problems.length ? null : failure);
  };

  const check = (): boolean => {
    setTried(true);
    setTold([...wanted.wrong]);
    return wanted.wrong.length === 0 && !wanted.isBlocked;
  };

  const sendWith = async (token: string): Promise<void> => {
    if (!check() || isSending || sendForm === undefined) return;
    setSending(true);
    setError(null);
    try {
      await wanted.draft.hold();
      const made = await sendForm({
        clientToken: token,
        ...wanted.item,
        answers: wanted.answers,
        keeping: wanted.draft.keeping(),
      });
      if (made !== null)
        wanted.onSent({ requestId: made.requestId, issueKey: made.issueKey, at: Date.now() });
    } catch (failure) {
      wanted.draft.release();
      await tell(failure, token).catch((later: unknown) => tell(later, token));
    } finally {
      setSending(false);
    }
  };

  return {
    tried,
    told,
    refused,
    isSending,
    error,
    check,
    send: () => sendWith(wanted.clientToken),
    sendAsNew: () => sendWith(wanted.renew()),
    forget,
  };
}
