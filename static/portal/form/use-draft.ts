import { useCallback, useState } from 'react';
import { draftAnswers } from '../../../src/catalog/domain/draft-answers';
import type { Answers, FormField } from '../../../src/catalog/domain/model';
import type { Draft } from '../../../src/catalog/domain/model';
import { useAutosave } from '../../kit/unsaved/use-autosave';
import { useUnsaved } from '../../kit/unsaved/use-unsaved';
import { call } from '../../shared/api';

export interface DraftState {
  readonly state: 'none' | 'saving' | 'saved' | 'failed';
  /** Why the last save failed. */
  readonly error: unknown;
  readonly savedAt: string | null;
  /** The last save left something out: the answers are longer than a draft may be. */
  readonly isCut: boolean;
  readonly save: () => Promise<void>;
  /** The form is being sent: waits for a save under way and lets no other begin. */
  readonly hold: () => Promise<void>;
  /** It was not sent: saves go on. */
  readonly release: () => void;
  /** Deletes what is stored; nothing is saved from then on. Throws RequestFailed, and goes on saving, when it is still there. */
  readonly discard: () => Promise<void>;
}

interface Form {
  readonly itemId: string;
  readonly itemVersion: number;
  readonly form: readonly FormField[];
  readonly clientToken: string;
  readonly answers: Answers;
  readonly stored: Draft | null;
  /** The answers were brought from elsewhere and are kept nowhere: they are saved though nothing changes. */
  readonly isUnsaved: boolean;
  /** False where nothing is ever sent. */
  readonly isKept: boolean;
}

const NOTHING: Answers = {};

/** Keeps the answers as a draft: by itself while they change, and when asked. */
export function useDraft(form: Form): DraftState {
  const { itemId, itemVersion, clientToken, answers } = form;
  const [savedAt, setSavedAt] = useState<string | null>(form.stored?.updatedAt ?? null);
  const [isCut, setCut] = useState(false);
  const value = form.isKept ? answers : NOTHING;
  const autosave = useAutosave({
    value,
    saved: form.isKept && form.isUnsaved ? null : value,
    state: form.stored === null ? 'none' : 'saved',
    store: async (sent: Answers) => {
      const kept = draftAnswers(form.form, sent);
      const { draft } = await call('requests.saveDraft', { itemId, itemVersion, clientToken, answers: kept });
      setCut(isShorter(kept, sent));
      setSavedAt(draft.updatedAt);
    },
  });
  const { state, error, hold, release } = autosave;
  // Whoever goes elsewhere waits until it is kept, and is asked where it can't be.
  useUnsaved(autosave.isUnsaved, undefined, async () => (await autosave.save()) !== null);

  const discard = useCallback(async () => {
    await hold();
    try {
      await call('requests.deleteDraft', { itemId });
    } catch (failure) {
      release();
      throw failure;
    }
  }, [hold, release, itemId]);
  const save = async (): Promise<void> => void (await autosave.save());
  return { state, error, savedAt, isCut, save, hold, release, discard };
}

const isShorter = (kept: Answers, answers: Answers): boolean =>
  Object.entries(answers).some(([id, answer]) => typeof answer === 'string' && (kept[id] ?? '') !== answer);
