import { type CalendarDefinition, compileCalendar } from '../../src/sla/engine';
import { bare, bareCompile, scanZone } from './bare';
import { CALENDARS, day } from './calendars';
import { spansOf, wrongAnswers } from './correctness';
import { bestRound, generator, nsPerOperation, perSecond, slowness, verdict } from './measure';
import { own } from './own';
import type { Bound, Peer } from './peer';
import { dayjsBusinessTime } from './peers/dayjs-business-time';
import { momentBusinessTime } from './peers/moment-business-time';
import { naiveDateFns } from './peers/naive-date-fns';
import { naiveLuxon } from './peers/naive-luxon';
import { openingHours } from './peers/opening-hours';
import { workingTimeCalculator } from './peers/working-time-calculator';
import { bundled } from './bundled';
import type * as replayBench from './replay';

const PEERS: readonly Peer[] = [
  own,
  bare,
  momentBusinessTime,
  dayjsBusinessTime,
  openingHours,
  workingTimeCalculator,
  naiveDateFns,
  naiveLuxon,
];
const DAY = 86_400_000;
const HOUR = 3_600_000;
const SPANS = { '1 d': DAY, '30 d': 30 * DAY, '1 y': 365 * DAY, '10 y': 3652 * DAY };
const WORK = { '+8 h': 8 * HOUR, '+400 h': 400 * HOUR, '+4000 h': 4000 * HOUR };
const COLUMNS = [...Object.keys(SPANS), ...Object.keys(WORK)];
const STARTS = 1024;

const print = (line = ''): void => void process.stdout.write(`${line}\n`);
const row = (cells: readonly string[]): void =>
  print(cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(10))).join(''));

const starts = (() => {
  const random = generator(1);
  const base = Date.UTC(2015, 0, 5, 8);
  return Float64Array.from({ length: STARTS }, () => base + Math.round(random() * 3 * 86_400) * 1000);
})();

/** The rates of one implementation in the order of COLUMNS; undefined where it can't. */
const rates = (bound: Bound): readonly (number | undefined)[] => [
  ...Object.values(SPANS).map((span) =>
    nsPerOperation((i) => bound.between(starts[i & (STARTS - 1)]!, starts[i & (STARTS - 1)]! + span)),
  ),
  ...Object.values(WORK).map((ms) => {
    const { add } = bound;
    return add && nsPerOperation((i) => add(starts[i & (STARTS - 1)]!, ms));
  }),
];

const inZone = <T>(zone: string, work: () => T): T => {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
};

/** Prints wrong answers per process zone and calendar; answers with the peers that had none at all. */
const checkAll = (): ReadonlySet<Peer> => {
  const correct = new Set(PEERS);
  const spans = new Map(CALENDARS.map((calendar) => [calendar, spansOf(calendar)]));
  for (const zone of ['Europe/Berlin', 'UTC']) {
    print(`Wrong of ${spans.get(day)?.length} around offset changes, between / add; process in ${zone}`);
    row(['', ...CALENDARS.map((calendar) => calendar.id.split(' ')[0] ?? '')]);
    inZone(zone, () => {
      for (const peer of PEERS)
        row([
          peer.name,
          ...CALENDARS.map((calendar) => judge(peer, calendar, spans.get(calendar) ?? [], correct)),
        ]);
    });
    print();
  }
  return correct;
};

const judge = (
  peer: Peer,
  calendar: CalendarDefinition,
  spans: ReturnType<typeof spansOf>,
  correct: Set<Peer>,
): string => {
  const bound = peer.bind(calendar);
  if (!bound) return '-';
  const wrong = wrongAnswers(bound, spans, calendar);
  if (wrong.between > 0 || (wrong.add ?? 0) > 0) correct.delete(peer);
  return `${wrong.between} / ${wrong.add ?? '-'}`;
};

const fastest = (
  all: ReadonlyMap<Peer, readonly (number | undefined)[]>,
  among: readonly Peer[],
  column: number,
): number => Math.min(...among.map((peer) => all.get(peer)?.[column] ?? Infinity));

const times = (ratio: number): string =>
  Number.isFinite(ratio) ? `${ratio < 10 ? ratio.toFixed(2) : Math.round(ratio).toLocaleString('en')}×` : '-';

const printRatios = (
  all: ReadonlyMap<Peer, readonly (number | undefined)[]>,
  correct: ReadonlySet<Peer>,
): void => {
  const ours = all.get(own) ?? [];
  const others = PEERS.filter((peer) => peer !== own && peer !== bare);
  const right = others.filter((peer) => correct.has(peer));
  const bares = COLUMNS.map((_, i) => (ours[i] ?? NaN) / (all.get(bare)?.[i] ?? NaN));
  row(['times a bare search', ...bares.map(times)]);
  row(['… (≤ 3 at every span)', ...bares.map((ratio) => (ratio <= 3 ? 'pass' : 'FAIL'))]);
  row(['faster than fastest', ...COLUMNS.map((_, i) => times(fastest(all, others, i) / (ours[i] ?? NaN)))]);
  row(['… than fastest correct', ...COLUMNS.map((_, i) => times(fastest(all, right, i) / (ours[i] ?? NaN)))]);
};

const measureSpeed = (calendar: CalendarDefinition, correct: ReadonlySet<Peer>): void => {
  print(`Operations per second, ${calendar.id} Europe/Berlin`);
  row(['', ...COLUMNS]);
  const measured = new Map<Peer, readonly (number | undefined)[]>();
  for (const peer of calendar === day ? PEERS : PEERS.filter((each) => correct.has(each))) {
    const bound = peer.bind(calendar);
    if (!bound) continue;
    const all = rates(bound);
    measured.set(peer, all);
    row([peer.name, ...all.map((ns) => (ns === undefined ? '-' : perSecond(ns)))]);
  }
  printRatios(measured, correct);
  print();
};

const measureCompile = (): void => {
  const [from, to] = [Date.UTC(2025, 0, 1), Date.UTC(2027, 11, 31)];
  const changes = scanZone(day.zone, from, to);
  const ours = bestRound(() => compileCalendar(day, [], { from, to }).size, 5, 300);
  const least = bestRound(() => bareCompile(day, changes, from, to), 5, 300);
  const scan = bestRound(() => scanZone(day.zone, from, to).length, 1, 30);
  print(
    `Compile 3 years, zone known: ${(ours / 1e6).toFixed(3)} ms, bare prototype ${(least / 1e6).toFixed(3)} ms: ${times(ours / least)}; ${verdict(ours / least, 3, 1)}`,
  );
  print(`Scanning a zone for 3 years, once per process: ${(scan / 1e6).toFixed(2)} ms`);
};

/** `npm run bench -- sla`: correctness first, then speed on the same calendars and instants, then whole replays. */
export const run = async (): Promise<void> => {
  const correct = checkAll();
  inZone('Europe/Berlin', () => {
    for (const calendar of CALENDARS) measureSpeed(calendar, correct);
  });
  measureCompile();
  const { measureReplay } = await bundled<typeof replayBench>('bench/sla/replay.ts');
  const { microseconds, seconds } = measureReplay();
  const slower = slowness();
  print(
    `This machine is now ${slower.toFixed(2)} times as slow at bare searches as the one the limits were set on.`,
  );
  print(
    `Replay of 50 entries × 6 metrics: ${microseconds.toFixed(1)} µs (< 100); ${verdict(microseconds, 100, slower)}`,
  );
  print(
    `Replay of 100,000 issues × 3 metrics × 20 entries: ${seconds.toFixed(2)} s of one core (≤ 1); ${verdict(seconds, 1, slower)}`,
  );
};
