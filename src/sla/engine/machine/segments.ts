import type { Instant, Segment } from '../model';
import type { CompiledDefinitions } from '../compiled/compiled';
import type { CycleState } from './state';
import type { Mark } from './trace';

const segmentOf = (mark: Mark, from: Instant, to: Instant, type: Segment['type']): Segment => ({
  from,
  to,
  type,
  holder: { assignee: mark.assignee[0] ?? null, group: mark.group[0] ?? null },
  status: mark.status[0] ?? null,
  calendarId: mark.calendarId,
  cause: { factId: mark.factId, because: mark.because },
  ...(mark.reason === undefined ? {} : { reason: mark.reason }),
});

const running = (compiled: CompiledDefinitions, mark: Mark, from: Instant, to: Instant): Segment[] => {
  const segments: Segment[] = [];
  let at = from;
  for (const [opening, closing] of compiled.calendar(mark.calendarId).workingIntervals(from, to)) {
    if (opening > at) segments.push(segmentOf(mark, at, opening, 'offHours'));
    segments.push(segmentOf(mark, opening, closing, 'running'));
    at = closing;
  }
  if (at < to) segments.push(segmentOf(mark, at, to, 'offHours'));
  return segments;
};

/** A cycle's marks as adjoining segments from its start to its end, working time apart from time off. */
export const segmentsOf = (
  compiled: CompiledDefinitions,
  cycle: CycleState,
  marks: readonly Mark[],
  now: Instant,
): readonly Segment[] => {
  const end = cycle.endedAt ?? now;
  return marks.flatMap((mark, i) => {
    const to = Math.min(marks[i + 1]?.at ?? end, end);
    if (to <= mark.at) return [];
    return mark.type === 'paused'
      ? [segmentOf(mark, mark.at, to, 'paused')]
      : running(compiled, mark, mark.at, to);
  });
};
