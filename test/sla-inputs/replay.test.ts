import { expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { readArguments } from '../../src/sla/cli/arguments.ts';
import { runReplay } from '../../src/sla/cli/replay-command.ts';
import { casePath, caseText, withCases } from './cases.ts';

interface Cycle {
  readonly dueTime?: string;
  readonly dueIfResumedNow?: string;
  readonly stopTime?: string;
}
interface Report {
  readonly metrics: readonly {
    readonly state: string;
    readonly everBreached: boolean;
    readonly ongoingCycle?: Cycle;
    readonly completedCycles: readonly Cycle[];
  }[];
}

/** The state of the only metric, how many cycles it finished, when it is due (UTC), and whether it was breached; or the rule that refuses it. */
async function outcomeOf(...path: readonly string[]): Promise<string> {
  const asOf = /--as-of\s+(\S+)/.exec(caseText(...path, 'run.txt'))?.[1] ?? '';
  const file = (name: string) => casePath(...path, name);
  const files = ['--definition', file('definition.json'), '--history', file('history.json')];
  const command = readArguments(['replay', ...files, '--as-of', asOf]);
  if (command.kind !== 'replay') throw new Error(`${path.join('/')} has no instant to look at`);
  try {
    const { metrics } = JSON.parse(await runReplay(command, () => undefined)) as Report;
    const [metric] = metrics;
    if (metric === undefined || metrics.length > 1) throw new Error(`${path.join('/')} is about one metric`);
    const cycle = metric.ongoingCycle ?? metric.completedCycles.at(-1);
    const due = (cycle?.dueTime ?? cycle?.dueIfResumedNow ?? 'never')
      .replace(/:00\.000Z$/, '')
      .replace('T', ' ');
    return `${metric.state} ${metric.completedCycles.length} ${due}${metric.everBreached ? ' breached' : ''}`;
  } catch (error) {
    const code = /\(([A-Z_]+)\):/.exec(error instanceof Error ? error.message : '')?.[1];
    if (code === undefined) throw error;
    return code;
  }
}

/** What failed once: the value that is right. */
const MENDED: Readonly<Record<string, string>> = {
  'agreement-from-0230': 'BAD_DATE',
  'agreement-to-0231': 'BAD_DATE',
  'datefield-time-2430': 'BAD_TIME',
  'exception-2430': 'BAD_TIME',
  'hours-0': 'BAD_TIME',
  'hours-partial-2430': 'BAD_TIME',
  'relative-by-2430': 'BAD_TIME',
  'scope-entered-later': 'RUNNING 0 2026-11-02 13:00',
  'scope-left-and-back-project': 'RUNNING 1 2026-11-02 14:00 breached',
  'zammad-5624-group-back': 'RUNNING 1 2026-11-02 14:00',
};

/** What held. */
const HELD: Readonly<Record<string, string>> = {
  'bd-dst-eod': 'RUNNING 0 2027-04-01 15:00',
  'boundary-dup': 'MET 1 2026-11-02 09:00',
  'chatwoot-10178': 'RUNNING 1 2026-11-02 10:50 breached',
  'chatwoot-10178-scope': 'CANCELLED 1 2026-11-02 10:30',
  'chatwoot-13392': 'RUNNING 0 2026-11-09 08:30',
  'created-paused': 'RUNNING 0 2026-11-02 14:00',
  'feb29-holiday-2027': 'RUNNING 0 2027-03-01 10:00',
  'frappe-1675': 'RUNNING 0 2026-11-03 10:30',
  'glpi-10594-days-pause-weekend': 'RUNNING 0 2026-11-09 11:00',
  'glpi-17186-date-not-moved': 'RUNNING 0 2026-11-04 16:00',
  'glpi-9082-pending-near-closing': 'RUNNING 0 2021-05-17 07:31',
  'glpi-9082-pending-outside': 'RUNNING 0 2021-05-14 10:34',
  'glpi-9267-reopen-closed-time': 'RUNNING 0 2026-11-02 09:24:00.240Z',
  'goal-entered-later': 'RUNNING 0 2026-11-02 13:00',
  'goal-left-and-back': 'RUNNING 0 2026-11-02 14:00',
  'holiday-rules': 'RUNNING 0 2026-12-01 10:00',
  'hours-1': 'RUNNING 0 2026-11-03 02:00',
  'hours-2': 'BAD_TIME',
  'hours-3': 'RUNNING 0 2026-11-02 11:00:30.000Z',
  'hours-4': 'EMPTY_INTERVAL',
  'hours-5': 'RUNNING 0 2026-11-02 11:00',
  'hours-6': 'RUNNING 0 2026-11-04 23:00',
  'hours-7': 'BAD_TIME',
  'lunch-exact': 'RUNNING 0 2026-11-05 11:00 breached',
  'moved-project-status-map': 'RUNNING 0 2026-11-02 11:00',
  'night-dst-back': 'RUNNING 0 2026-10-25 05:00',
  'night-dst-fwd': 'RUNNING 0 2027-03-28 04:00',
  'osticket-6739': 'RUNNING 0 2024-08-20 15:00',
  'osticket-6847-lunch': 'RUNNING 0 2026-11-06 09:30 breached',
  'otrs-1732': 'RUNNING 0 2026-11-06 08:10',
  'servicenow-pause-offhours': 'RUNNING 0 2026-11-09 10:00',
  'zammad-188-reopen': 'RUNNING 2 2026-11-03 14:00',
  'zammad-188-reopen-sum': 'RUNNING 0 2026-11-03 13:00',
  'zammad-3140-update-time': 'MET 1 2026-11-02 11:00',
  'zammad-3180-2359': 'RUNNING 0 2026-11-03 08:30',
  'zammad-390': 'RUNNING 0 2016-11-15 20:00',
  'zammad-5624-group': 'CANCELLED 1 2026-11-02 12:00',
  'zone-': 'UNKNOWN_ZONE',
  'zone-Africa_Casablanca': 'RUNNING 0 2026-11-02 10:00',
  'zone-America_Nuuk': 'RUNNING 0 2026-11-02 13:00',
  'zone-Asia_Calcutta': 'RUNNING 0 2026-11-02 10:00',
  'zone-Asia_Gaza': 'RUNNING 0 2026-11-02 10:00',
  'zone-EST': 'RUNNING 0 2026-11-02 16:00',
  'zone-Etc_GMT-3': 'RUNNING 0 2026-11-02 10:00',
  'zone-Europe_Kiev': 'RUNNING 0 2026-11-02 10:00',
  'zone-Europe_Kyiv': 'RUNNING 0 2026-11-02 10:00',
  'zone-GMTp3': 'UNKNOWN_ZONE',
  'zone-Local': 'UNKNOWN_ZONE',
  'zone-US_Eastern': 'RUNNING 0 2026-11-02 16:00',
  'zone-UTCp3': 'UNKNOWN_ZONE',
  'zone-W._Europe_Standard_Time': 'UNKNOWN_ZONE',
  'zone-europe_berlin': 'RUNNING 0 2026-11-02 10:00',
  'zone-p0300': 'UNKNOWN_ZONE',
};

withCases('the replayed lives of issues')('an issue of a file', () => {
  it.each([
    ['cli', MENDED],
    ['held', HELD],
  ])('is expected for every life in %s', (folder, expected) => {
    const lives = readdirSync(casePath(folder)).filter((name) => !['csv', 'ics'].includes(name));
    expect(lives.sort()).toEqual(Object.keys(expected).sort());
  });
  it.each(Object.entries(MENDED))('cli/%s is %s', async (name, expected) => {
    expect(await outcomeOf('cli', name)).toBe(expected);
  });
  it.each(Object.entries(HELD))('held/%s is %s', async (name, expected) => {
    expect(await outcomeOf('held', name)).toBe(expected);
  });
});
