/** The events, pauses and spaces of a metric in a file, with what of them could not be taken over. */
import type { Condition, PauseRule, Trigger } from '../../../engine/model';
import { assumed, type DraftNote, type ForeignRow, lost, type SiteNames } from './model';
import { readEvent, readPause, termsOf } from './terms';

interface Part<T> {
  readonly value: T;
  readonly notes: readonly DraftNote[];
}

/** A metric says it once; in which of its rows does not matter. */
const firstOf = (rows: readonly ForeignRow[], key: 'start' | 'stop' | 'pause' | 'space'): string =>
  rows.map((row) => row[key]).find((text) => text !== '') ?? '';

function events(
  text: string,
  names: SiteNames,
  otherwise: Trigger,
  side: 'START' | 'STOP',
): Part<readonly Trigger[]> {
  const read = termsOf(text).map((term) => ({ term, event: readEvent(term, names) }));
  const known = read.flatMap(({ event }) => event ?? []);
  const notes = read
    .filter(({ event }) => event === undefined)
    .map(({ term }) => lost(`${side}_UNKNOWN`, { text: term }));
  return known.length > 0
    ? { value: known, notes }
    : { value: [otherwise], notes: [...notes, assumed(`${side}_ASSUMED`)] };
}

/** Without a start that is known it begins with the issue; without a stop it ends when the issue is resolved: both are told. */
export function startAndStopOf(
  rows: readonly ForeignRow[],
  names: SiteNames,
): Part<{ readonly start: readonly Trigger[]; readonly stop: readonly Trigger[] }> {
  const start = events(firstOf(rows, 'start'), names, { on: 'created' }, 'START');
  const resolved: Trigger = { on: 'changed', field: 'resolution', edge: 'set' };
  const stop = events(firstOf(rows, 'stop'), names, resolved, 'STOP');
  return { value: { start: start.value, stop: stop.value }, notes: [...start.notes, ...stop.notes] };
}

export function pausesOf(rows: readonly ForeignRow[], names: SiteNames): Part<readonly PauseRule[]> {
  const read = termsOf(firstOf(rows, 'pause')).map((term) => ({ term, pause: readPause(term, names) }));
  return {
    value: read.flatMap(({ pause }) => pause ?? []),
    notes: read
      .filter(({ pause }) => pause === undefined)
      .map(({ term }) => lost('PAUSE_UNKNOWN', { text: term })),
  };
}

/** Which issues are measured. Spaces nobody knows are left out; with none left, that is every space. */
export function scopeOf(rows: readonly ForeignRow[], names: SiteNames): Part<Condition> {
  const wanted = termsOf(firstOf(rows, 'space')).map((term) => term.replaceAll('"', ''));
  const known = wanted.flatMap((name) => names.value('projectId', name) ?? []);
  const notes = wanted
    .filter((name) => names.value('projectId', name) === undefined)
    .map((name) => lost('SPACE_UNKNOWN', { text: name }));
  return known.length > 0
    ? { value: { field: 'projectId', op: 'in', values: [...new Set(known)] }, notes }
    : { value: { all: [] }, notes: [...notes, assumed('SPACE_ASSUMED')] };
}
