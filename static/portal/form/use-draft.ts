import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ToldDraft } from '../../../src/catalog/domain/call-answers';
import { draftAnswers } from '../../../src/catalog/domain/answers/draft-answers';
import type { Answers, Draft, DraftSave, FormField, OtherAnswer } from '../../../src/catalog/domain/model';
import { keptOthers } from '../../../src/catalog/domain/answers/other-answers';
import type { FormNow } from '../../../src/requests/domain/answers';
import type { Keeping } from '../../../src/requests/domain/draft-list';
import { type Autosave, useAutosave } from '../../kit/unsaved/use-autosave';
import { useUnsaved } from '../../kit/unsaved/use-unsaved';
import { call } from '../../shared/api';
import { askedFor } from '../for-whom/for-whom';
import { useSettled } from '../search/use-settled';

/** What is written is compared once typing pauses so long. */
const SETTLED_MS = 800;

export interface DraftState {
  readonly state: Autosave<unknown, unknown>['state'];
  /** Why the last save failed. */
  readonly error: unknown;
  readonly savedAt: string | null;
  /** The last save left something out: the answers are longer than a draft may be. */
  readonly isCut: boolean;
  /** What has become of the form, as the last saves told. */
  readonly now: FormNow | null;
  /** A save that would tell it is on its way, or will be. */
  readonly isPending: boolean;
  /** Somebody did something in this form: something of it is saved, or is to be. */
  readonly isBegun: boolean;
  /** Whether it is kept now. */
  readonly save: () => Promise<boolean>;
  /** The form is being sent: waits for a save under way and lets no other begin. */
  readonly hold: () => Promise<void>;
  /** It was not sent: saves go on. */
  readonly release: () => void;
  /** Deletes what is stored; nothing is saved from then on. Throws RequestFailed, and goes on saving, when it is still there. */
  readonly discard: () => Promise<void>;
  /** For what is sent: how it is kept where it can't be. Each is a save of its own. */
  readonly keeping: () => Keeping;
  /** The save that another form may go on from; none while nothing is stored. */
  readonly saved: () => DraftSave | undefined;
}

interface Form {
  readonly itemId: string;
  readonly itemVersion: number;
  readonly form: readonly FormField[];
  readonly clientToken: string;
  readonly answers: Answers;
  readonly others: readonly OtherAnswer[];
  readonly stored: Draft | null;
  /** The save it goes on from, where that is not the stored draft's. */
  readonly from: DraftSave | undefined;
  /** The answers were brought from elsewhere and are kept nowhere: they are saved though nothing changes. */
  readonly isUnsaved: boolean;
  /** False where nothing is ever sent. */
  readonly isKept: boolean;
  /** The words by which it is compared with what was asked already; empty where it is not. */
  readonly words: string;
  /** It is stored. */
  readonly onSaved: (draft: ToldDraft) => void;
}

interface Filled {
  readonly answers: Answers;
  readonly others: readonly OtherAnswer[];
}
const NOTHING: Filled = { answers: {}, others: [] };

/** Keeps the answers as a draft: by itself while they change, and when asked. */
export function useDraft(form: Form): DraftState {
  const { itemId, itemVersion, clientToken, answers, others, stored } = form;
  const [savedAt, setSavedAt] = useState<string | null>(stored?.updatedAt ?? null);
  const [isCut, setCut] = useState(false);
  const [now, setNow] = useState<FormNow | null>(null);
  const compared = useRef('');
  const [saves] = useState(() => new Saves(form.from ?? stored?.saved));
  const filled = useMemo(() => ({ answers, others }), [answers, others]);
  const value = form.isKept ? filled : NOTHING;
  const keeping = (sent: Filled): Keeping => ({
    ...saves.next(clientToken),
    others: keptOthers(sent.others),
  });
  const autosave = useAutosave({
    value,
    saved: form.isKept && form.isUnsaved ? null : value,
    state: stored === null ? 'none' : 'saved',
    store: async (sent: Filled): Promise<true> => {
      const kept = draftAnswers(form.form, sent.answers);
      const how = keeping(sent);
      const { words } = form;
      const compares = words !== '' && words !== compared.current;
      const { draft, form: told } = await call('requests.saveDraft', {
        itemId,
        itemVersion,
        clientToken,
        answers: kept,
        keeping: how,
        ...(compares && { compares }),
        ...askedFor(),
      });
      if (compares) compared.current = words;
      // What was like it before stays until it is compared anew.
      setNow((before) => ({ ...before, ...told, whom: told.whom }));
      saves.stored(draft.saved);
      setCut(isShorter(kept, sent.answers) || how.others.length < sent.others.length);
      setSavedAt(draft.updatedAt);
      form.onSaved(draft);
      return true;
    },
  });
  const { state, error, hold, release, save: store } = autosave;
  const save = async (): Promise<boolean> => (await store(true)) !== null;
  const words = useSettled(form.words, SETTLED_MS);
  useEffect(() => {
    // What somebody opens and leaves as it is, is saved by nobody.
    if (autosave.isUnsaved && words !== '' && words !== compared.current) void store(true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once typing has paused, whatever else changes
  }, [words]);
  // Under another token it is another draft, of which nothing is stored yet.
  const [first] = useState(clientToken);
  useEffect(() => {
    if (clientToken !== first) void store(true);
  }, [clientToken, first, store]);
  // Whoever goes elsewhere waits until it is kept, and is asked where it can't be.
  useUnsaved(autosave.isUnsaved, undefined, save);

  const discard = useCallback(async () => {
    await hold();
    try {
      await call('requests.deleteDraft', { draftId: clientToken });
    } catch (failure) {
      release();
      throw failure;
    }
  }, [hold, release, clientToken]);
  return {
    state,
    error,
    now,
    isPending: form.isKept && state !== 'failed' && (autosave.isUnsaved || state === 'saving'),
    isBegun: autosave.isUnsaved || savedAt !== (stored?.updatedAt ?? null),
    savedAt,
    isCut,
    save,
    hold,
    release,
    discard,
    keeping: () => keeping(value),
    saved: () => saves.last,
  };
}

/** The saves of one form: each is told which one it goes on from. */
class Saves {
  readonly #by = crypto.randomUUID();
  #turn = 0;
  #token: string | null = null;
  last: DraftSave | undefined;

  constructor(from: DraftSave | undefined) {
    this.last = from;
  }

  next(clientToken: string): DraftSave & { readonly from?: DraftSave } {
    // Another token is another draft, of which nothing is stored.
    if (this.#token !== null && this.#token !== clientToken) this.last = undefined;
    this.#token = clientToken;
    this.#turn += 1;
    return { by: this.#by, turn: this.#turn, ...(this.last && { from: this.last }) };
  }

  stored(saved: DraftSave): void {
    this.last = saved;
  }
}

const isShorter = (kept: Answers, answers: Answers): boolean =>
  Object.entries(answers).some(([id, answer]) => typeof answer === 'string' && (kept[id] ?? '') !== answer);
