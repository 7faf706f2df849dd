import { useCallback, useEffect, useRef, useState } from 'react';
import { draftAnswers } from '../../../src/catalog/domain/draft-answers';
import type { Answers, FormField } from '../../../src/catalog/domain/model';
import type { Draft } from '../../../src/catalog/domain/model';
import { useUnsaved } from '../../kit/unsaved/use-unsaved';
import { call } from '../../shared/api';

/** Saved by itself after a pause in typing: often enough to lose little, seldom enough to write little. */
const AUTOSAVE_MS = 4_000;

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
}

/** Keeps the answers as a draft: by itself while they change, and when asked. */
export function useDraft(form: Form): DraftState {
  const [state, setState] = useState<DraftState['state']>(form.stored === null ? 'none' : 'saved');
  const [error, setError] = useState<unknown>(null);
  const [savedAt, setSavedAt] = useState<string | null>(form.stored?.updatedAt ?? null);
  const [isCut, setCut] = useState(false);
  const [holds, setHolds] = useState(0);
  const latest = useRef(form);
  const savedAnswers = useRef(form.isUnsaved ? null : form.answers);
  const running = useRef<Promise<void>>(Promise.resolve());
  const held = useRef(false);
  useEffect(() => {
    latest.current = form;
  });

  const save = useCallback((): Promise<void> => {
    running.current = running.current.then(async () => {
      if (held.current) return;
      const { itemId, itemVersion, clientToken, answers } = latest.current;
      setState('saving');
      try {
        const kept = draftAnswers(latest.current.form, answers);
        const { draft } = await call('requests.saveDraft', {
          itemId,
          itemVersion,
          clientToken,
          answers: kept,
        });
        savedAnswers.current = answers;
        setCut(isShorter(kept, answers));
        setSavedAt(draft.updatedAt);
        setError(null);
        setState('saved');
      } catch (failure) {
        setError(failure);
        setState('failed');
      }
    });
    return running.current;
  }, []);

  const { answers } = form;
  useEffect(() => {
    if (answers === savedAnswers.current || held.current) return undefined;
    const timer = setTimeout(() => void save(), AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [answers, holds, save]);

  // Whoever goes elsewhere before the pause is over leaves nothing behind; where it can't be kept, they are asked.
  useEffect(
    () => () => {
      if (latest.current.answers !== savedAnswers.current && !held.current) void save();
    },
    [save],
  );
  useUnsaved(state === 'failed');

  const hold = useCallback((): Promise<void> => {
    held.current = true;
    setError(null);
    setHolds((count) => count + 1);
    return running.current;
  }, []);
  const release = useCallback(() => {
    held.current = false;
    setHolds((count) => count + 1);
  }, []);
  const discard = useCallback(async () => {
    await hold();
    try {
      await call('requests.deleteDraft', { itemId: latest.current.itemId });
    } catch (failure) {
      release();
      throw failure;
    }
  }, [hold, release]);
  return { state, error, savedAt, isCut, save, hold, release, discard };
}

const isShorter = (kept: Answers, answers: Answers): boolean =>
  Object.entries(answers).some(([id, answer]) => typeof answer === 'string' && (kept[id] ?? '') !== answer);
