import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answers } from '../../../src/catalog/domain/model';
import type { Draft } from '../../../src/requests/domain/model';
import { call } from '../../shared/api';

/** Saved by itself after a pause in typing: often enough to lose little, seldom enough to write little. */
const AUTOSAVE_MS = 4_000;

export interface DraftState {
  readonly state: 'none' | 'saving' | 'saved' | 'failed';
  readonly savedAt: string | null;
  readonly save: () => Promise<void>;
  /** Waits for a save under way, so that none is written after the request was sent. */
  readonly pause: () => Promise<void>;
  /** The form was sent: nothing is saved any more. */
  readonly finish: () => void;
  /** Deletes what is stored; nothing is saved from then on. Throws RequestFailed, and goes on saving, when it is still there. */
  readonly discard: () => Promise<void>;
}

interface Form {
  readonly itemId: string;
  readonly itemVersion: number;
  readonly clientToken: string;
  readonly answers: Answers;
  readonly stored: Draft | null;
}

/** Keeps the answers as a draft: by itself while they change, and when asked. */
export function useDraft(form: Form): DraftState {
  const [state, setState] = useState<DraftState['state']>(form.stored === null ? 'none' : 'saved');
  const [savedAt, setSavedAt] = useState<string | null>(form.stored?.updatedAt ?? null);
  const latest = useRef(form);
  const savedAnswers = useRef(form.answers);
  const running = useRef<Promise<void>>(Promise.resolve());
  const over = useRef(false);
  useEffect(() => {
    latest.current = form;
  });

  const save = useCallback((): Promise<void> => {
    const { itemId, itemVersion, clientToken, answers } = latest.current;
    setState('saving');
    running.current = running.current.then(async () => {
      if (over.current) return;
      try {
        const { draft } = await call('requests.saveDraft', { itemId, itemVersion, clientToken, answers });
        savedAnswers.current = answers;
        setSavedAt(draft.updatedAt);
        setState('saved');
      } catch {
        setState('failed');
      }
    });
    return running.current;
  }, []);

  const { answers } = form;
  useEffect(() => {
    if (answers === savedAnswers.current || over.current) return undefined;
    const timer = setTimeout(() => void save(), AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [answers, save]);

  const pause = useCallback(() => running.current, []);
  const finish = useCallback(() => {
    over.current = true;
  }, []);
  const discard = useCallback(async () => {
    over.current = true;
    await running.current;
    try {
      await call('requests.deleteDraft', { itemId: latest.current.itemId });
    } catch (failure) {
      over.current = false;
      throw failure;
    }
  }, []);
  return { state, savedAt, save, pause, finish, discard };
}
