import { events } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { IssueRef } from './issue';
import type { ExactSla } from './exact';
import { readProperty } from './property';
import type { ShownProperty } from '../model/from-property';

export interface SlaView {
  /** Undefined until Jira has answered; null when the issue has no copy. */
  readonly property: ShownProperty | null | undefined;
  /** What Jira's own history says, at any instant; null until it is read. */
  readonly exact: ExactSla | null;
  /** What went wrong with the newest reading; what was shown before stays. */
  readonly error: unknown;
}

/** What the dialog tells the panel under it: somebody paused or extended an SLA there. */
export const SLA_CHANGED = 'pledge.sla-changed';

const EMPTY: SlaView = { property: undefined, exact: null, error: null };
/** A window that comes to the front more often than this is not read again. */
const CALM_MS = 10_000;

/**
 * The SLA of an issue: the copy first, then what a replay needs; again when the issue changes, the window comes back, or
 * another event `also` comes.
 */
export function useSla(issue: IssueRef, also?: string): SlaView & { readonly refresh: () => void } {
  const [shown, setShown] = useState<SlaView>(EMPTY);
  const turn = useRef(0);
  const readAt = useRef(0);

  const refresh = useCallback(() => {
    const mine = ++turn.current;
    readAt.current = Date.now();
    const show = (change: Partial<SlaView>): void => {
      if (mine === turn.current) setShown((before) => ({ ...before, ...change }));
    };
    const read = async (): Promise<void> => {
      // The engine comes while the copy is read and painted.
      const engine = import('./exact');
      const property = await readProperty(issue);
      show({ property });
      show({ exact: await (await engine).readExact(issue, property), error: null });
    };
    read().catch((error: unknown) => show({ error }));
  }, [issue]);

  useEffect(() => {
    refresh();
    const onFocus = (): void => {
      if (Date.now() - readAt.current > CALM_MS) refresh();
    };
    window.addEventListener('focus', onFocus);
    const heard = ['JIRA_ISSUE_CHANGED', ...(also === undefined ? [] : [also])];
    const subscribed = heard.map((event) => events.on(event, refresh));
    return () => {
      turn.current += 1;
      window.removeEventListener('focus', onFocus);
      for (const each of subscribed) void each.then((subscription) => subscription?.unsubscribe());
    };
  }, [refresh, also]);

  return { ...shown, refresh };
}
