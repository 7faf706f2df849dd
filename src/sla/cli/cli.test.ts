import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  becomes,
  calendarOf,
  definitionsOf,
  fieldAt,
  goalOf,
  historyOf,
  is,
  metricOf,
  statusAt,
} from '../engine/testing/build';
import { readArguments } from './arguments';
import { runReplay } from './replay-command';
import { runTestCases } from './test-command';

let directory: string;
const path = (name: string): string => join(directory, name);
const put = (name: string, content: unknown) =>
  writeFile(path(name), typeof content === 'string' ? content : JSON.stringify(content));

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sla-cli-'));
  await put(
    'definition.json',
    definitionsOf(metricOf({ goals: [goalOf(2, is('priority', 'High')), goalOf(8)] })),
  );
  const facts = [
    statusAt('2026-06-01T11:00', 'Open', 'Waiting'),
    statusAt('2026-06-01T12:00', 'Waiting', 'Open'),
    fieldAt('2026-06-01T13:00', 'priority', ['High'], []),
  ];
  await put('history.json', historyOf('2026-06-01T10:00', facts));
});
afterAll(() => rm(directory, { recursive: true }));

const NOW = Date.parse('2026-06-01T09:00:00Z');
const silent = (): void => undefined;
const command = (parts: object = {}) =>
  ({
    kind: 'replay',
    definition: path('definition.json'),
    history: path('history.json'),
    asOf: Date.parse('2026-06-01T14:00:00+02:00'),
    explain: false,
    locale: 'en',
    ...parts,
  }) as const;

describe('sla replay', () => {
  it('prints the report with ISO instants', async () => {
    const report = JSON.parse(await runReplay(command(), silent)) as { metrics: { ongoingCycle: object }[] };
    expect(report.metrics[0]?.ongoingCycle).toMatchObject({
      startTime: '2026-06-01T08:00:00.000Z',
      breachTime: '2026-06-01T11:00:00.000Z',
      elapsedMs: 10_800_000,
      goal: { id: '2h' },
    });
  });

  it('explains when asked, in Russian too', async () => {
    expect(await runReplay(command(), silent)).not.toContain('explanations');
    const explained = JSON.parse(await runReplay(command({ explain: true }), silent)) as {
      explanations: object[];
    };
    expect(explained.explanations[0]).toMatchObject({
      breaches: [{ cycle: 1, by: 'assignee', responsible: null, allowedMs: 0 }],
    });
    expect(await runReplay(command({ explain: true, locale: 'ru' }), silent)).toContain(
      'Нарушено: просрочено на',
    );
  });

  it('says which file is wrong and why', async () => {
    await put('bad.json', { ...definitionsOf(), metrics: [{ id: 'm' }] });
    await put('text.json', 'not json');
    await expect(runReplay(command({ definition: path('bad.json') }), silent)).rejects.toThrow(
      /bad\.json is refused/,
    );
    await expect(runReplay(command({ history: path('text.json') }), silent)).rejects.toThrow(/is not JSON/);
    await expect(runReplay(command({ history: path('bad.json') }), silent)).rejects.toThrow(
      /is not a history/,
    );
  });

  it.each([
    [{ createdAt: '2026-02-30T09:00:00Z' }, /createdAt: .*day that does not exist\. Give/],
    [{ createdAt: '2026-06-01T09:00:00' }, /createdAt: .*no zone.*Add Z/],
    [{ createdAt: 1.5 }, /createdAt: 1\.5 is not a whole number/],
    [{ initial: { status: '1' } }, /initial\.status: .*is a list\. Write its ids/],
    [
      { facts: [{ kind: 'changed', at: 0, id: '1' }] },
      /facts\.0\.kind: .*Compare with the history file in docs/,
    ],
    [{ facts: [{ kind: 'resume', at: 'now', id: '1' }] }, /facts\.0\.at: now is not an instant\. Write/],
  ])('says where a history is wrong and how to mend it: %j', async (parts, problem) => {
    await put('wrong.json', { ...historyOf('2026-06-01T10:00'), ...parts });
    await expect(runReplay(command({ history: path('wrong.json') }), silent)).rejects.toThrow(problem);
  });

  const refusalOf = async (definitions: object): Promise<string> => {
    await put('broken.json', definitions);
    const refused = await runReplay(command({ definition: path('broken.json') }), silent).then(
      () => new Error('nothing was refused'),
      (error: Error) => error,
    );
    return refused.message;
  };

  it.each([
    [
      'calendar:berlin, zone (UNKNOWN_ZONE)',
      definitionsOf(metricOf(), { calendars: [calendarOf({ zone: 'Mars/X' })] }),
    ],
    [
      'calendar:berlin, week (ZERO_CALENDAR)',
      definitionsOf(metricOf(), { calendars: [calendarOf({ week: {} })] }),
    ],
    ['metric:m, goals.0.target (TARGET_ZERO)', definitionsOf(metricOf({ goals: [goalOf(0)] }))],
    ['metric:m, scope (VOLATILE_CONDITION)', definitionsOf(metricOf({ scope: is('now()', 'x') }))],
    ['metric:m, calendar (UNKNOWN_CALENDAR)', definitionsOf(metricOf(), { calendars: [] })],
    [
      'metric:m, goals.0.calendar (UNKNOWN_CALENDAR)',
      definitionsOf(metricOf({ goals: [{ ...goalOf(1), calendar: { kind: 'fixed', calendarId: 'gone' } }] })),
    ],
  ])('refuses what a save would refuse, and names the place and the rule: %s', async (place, definitions) => {
    const message = await refusalOf(definitions);
    expect(message).toContain('broken.json is refused:');
    expect(message).toContain(place);
  });

  it('warns of what a save only warns of, and goes on', async () => {
    await put(
      'paused.json',
      definitionsOf(
        metricOf({
          pause: [{ reason: 'vendor', when: is('status', 'Open') }],
          start: [becomes('status', 'Open')],
        }),
      ),
    );
    const warnings: string[] = [];
    const printed = await runReplay(command({ definition: path('paused.json') }), (line) =>
      warnings.push(line),
    );
    expect(JSON.parse(printed)).toHaveProperty('metrics.0.id', 'm');
    expect(warnings.join()).toMatch(/paused\.json has warnings:\n- metric:m, pause\.0 \(STARTS_PAUSED\)/);
  });

  it.each(['UTC', 'Europe/Berlin', 'Pacific/Auckland', 'America/Sao_Paulo'])(
    'gives the same in a process of zone %s',
    async (zone) => {
      const { definition, history } = command();
      const args = [
        'replay',
        '--definition',
        definition,
        '--history',
        history,
        '--as-of',
        '2026-06-01T14:00:00+02:00',
        '--explain',
      ];
      const tsx = resolve('node_modules/tsx/dist/cli.mjs');
      const output = await new Promise<string>((done, fail) =>
        execFile(
          process.execPath,
          [tsx, resolve('scripts/sla.mjs'), ...args],
          { env: { ...process.env, TZ: zone } },
          (error, out) => (error ? fail(new Error(error.message)) : done(out)),
        ),
      );
      expect(output.trim()).toBe(await runReplay(command({ explain: true }), silent));
    },
    60_000,
  );
});

describe('sla test', () => {
  const testCase = (due: string) => ({
    id: due,
    name: `Due ${due}`,
    zone: 'Europe/Berlin',
    createdAt: '2026-06-01T09:00',
    fields: { status: ['Open'] },
    events: [],
    at: '2026-06-01T09:00',
    expect: { due },
  });
  const tested = definitionsOf(
    metricOf({ tests: [testCase('2026-06-01T17:00'), testCase('2026-06-01T16:00')] }),
  );
  const run = async (file: string) => {
    const lines: string[] = [];
    const print = (line: string): number => lines.push(line);
    return { counts: await runTestCases(path(file), NOW, { print, warn: silent }), lines };
  };

  it('tells green from red, and what came out instead', async () => {
    await put('tested.json', tested);
    const { counts, lines } = await run('tested.json');
    expect(counts).toEqual({ passed: 1, failed: 1 });
    expect(lines).toEqual([
      'ok   Delivery: Due 2026-06-01T17:00',
      'FAIL Delivery: Due 2026-06-01T16:00\n     due 2026-06-01T16:00 expected, 2026-06-01T17:00 came out',
    ]);
  });

  it('reads what the settings export', async () => {
    const { calendars, holidaySets, metrics, agreements } = tested;
    await put('export.json', {
      pledge: 1,
      sections: {
        catalog: [],
        calendar: calendars,
        holidaySet: holidaySets,
        metric: metrics,
        agreement: agreements,
      },
    });
    expect((await run('export.json')).counts).toEqual({ passed: 1, failed: 1 });
  });

  it('refuses what a save would refuse before any case runs', async () => {
    await put('zone.json', { ...tested, calendars: [calendarOf({ zone: 'Mars/X' })] });
    await expect(run('zone.json')).rejects.toThrow(
      /zone\.json is refused:\n- calendar:berlin, zone \(UNKNOWN_ZONE\)/,
    );
  });

  it('says which file is no configuration', async () => {
    await put('no-metrics.json', { schema: 1 });
    await expect(run('no-metrics.json')).rejects.toThrow(/no-metrics\.json is refused/);
    expect(readArguments(['test', 'f'])).toEqual({ kind: 'test', file: 'f' });
  });
});

describe('readArguments', () => {
  it('reads a replay and its options', () => {
    expect(
      readArguments([
        'replay',
        '--definition',
        'd',
        '--history',
        'h',
        '--as-of',
        '2026-06-01T00:00:00Z',
        '--locale',
        'ru',
      ]),
    ).toEqual({
      kind: 'replay',
      definition: 'd',
      history: 'h',
      asOf: Date.parse('2026-06-01T00:00:00Z'),
      explain: false,
      locale: 'ru',
    });
  });

  it.each([
    [['replay'], /needs/],
    [['replay', '--definition', 'd', '--history', 'h', '--as-of', 'soon'], /not an instant/],
    [['replay', '--definition', 'd', '--history', 'h', '--as-of', '2026'], /not an instant/],
    [
      ['replay', '--definition', 'd', '--history', 'h', '--as-of', '2026-02-30T09:00:00Z'],
      /day that does not exist/,
    ],
    [['replay', '--definition', 'd', '--history', 'h', '--as-of', '2026-06-01T09:00:00'], /no zone.*Add Z/],
    [['repaly'], /no command/],
    [['vectors', '--colour'], /colour/],
  ])('explains what is wrong with %j', (argv, problem) => {
    expect(readArguments(argv)).toMatchObject({ kind: 'help', problem: expect.stringMatching(problem) });
  });
});
