import { useEffect, useState } from 'react';
import { call } from '../../shared/api';
import { type Loaded, useLoad } from '../../shared/use-load';
import type { Step } from './model/plan';

/** On how many open work items an SLA would start, and how many of them would be late. */
export interface OpenCount {
  readonly open: number;
  readonly late: number;
}

/** By the SLA's id; of the first `checked` work items where there are more. */
export interface OpenCounted {
  readonly of: ReadonlyMap<string, OpenCount>;
  readonly checked: number;
  readonly more: boolean;
}

const MOST_PAGES = 4;
/** Whoever types a number is not asked after each digit. */
const PAUSE_MS = 700;

/**
 * Counts anew a moment after `key` has changed, which stands for what decides about the SLAs of a plan; nothing is counted while it is
 * empty.
 */
export function useOpenCounts(key: string, plan: () => readonly Step[]): Loaded<OpenCounted> {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  const { loaded } = useLoad(`open ${settled}`, () => counted(settled === '' ? [] : plan()));
  return settled === key ? loaded : COUNTING;
}

const COUNTING = { state: 'loading' } as const;

async function counted(steps: readonly Step[]): Promise<OpenCounted> {
  const valuesOf = (wanted: Step['section']): object[] =>
    steps.flatMap(({ section, value }) => (section === wanted ? [value] : []));
  const wanted = { metrics: valuesOf('metric'), calendars: valuesOf('calendar') };
  const of = new Map<string, OpenCount>();
  let checked = 0;
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES && wanted.metrics.length > 0; page += 1) {
    const answer = await call('sla.countOpen', { ...wanted, ...(pageToken !== undefined && { pageToken }) });
    for (const { id, open, late } of answer.counts) {
      const before = of.get(id) ?? { open: 0, late: 0 };
      of.set(id, { open: before.open + open, late: before.late + late });
    }
    checked += answer.checked;
    pageToken = answer.next;
    if (pageToken === undefined) break;
  }
  return { of, checked, more: pageToken !== undefined };
}
