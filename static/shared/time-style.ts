/** How the viewer likes lengths of time: kept with their Jira account, copied into this browser for the first paint. */
import { useSyncExternalStore } from 'react';
import { viewer } from './context';

/** `2 h 30 min` · `2.5 h` · `2:30` · the due date instead of what is left. */
export const TIME_STYLES = ['units', 'hours', 'clock', 'date'] as const;
export type TimeStyle = (typeof TIME_STYLES)[number];

export const isTimeStyle = (value: unknown): value is TimeStyle =>
  TIME_STYLES.some((style) => style === value);

let current: TimeStyle | undefined;
const listeners = new Set<() => void>();

/** Several people may use one browser. */
const keyOf = (): string => `pledge.time-style.${viewer().accountId ?? ''}`;

/** The style in force: this browser's copy until Jira has answered. */
export function timeStyle(): TimeStyle {
  if (current !== undefined) return current;
  try {
    const kept = localStorage.getItem(keyOf());
    current = isTimeStyle(kept) ? kept : 'units';
  } catch {
    current = 'units';
  }
  return current;
}

/** Puts a style in force on this screen and keeps it in this browser; undefined forgets what is in force. */
export function putTimeStyle(style: TimeStyle | undefined): void {
  current = style;
  try {
    if (style !== undefined) localStorage.setItem(keyOf(), style);
  } catch {
    // Full or forbidden: Jira has it.
  }
  for (const tell of listeners) tell();
}

/** The style in force; the screen is drawn again when it changes. */
export const useTimeStyle = (): TimeStyle =>
  useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, timeStyle);
