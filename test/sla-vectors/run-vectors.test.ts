import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runVectors } from './run-vectors';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sla-vectors-'));
});
afterAll(() => rm(directory, { recursive: true }));

describe('sla vectors', () => {
  const vector = (parts: object) => ({
    id: 'v',
    timezone: 'Etc/UTC',
    week: { mon: [['09:00', '17:00']] },
    op: 'addWorkingTime',
    from: '2026-06-01T09:00:00Z',
    durationSeconds: 28_800,
    ...parts,
  });
  const run = async (...vectors: readonly object[]) => {
    const lines: string[] = [];
    const into = await mkdtemp(join(directory, 'vectors-'));
    await writeFile(join(into, 'suite.json'), JSON.stringify({ vectors }));
    return { tally: await runVectors(into, (line) => lines.push(line)), text: lines.join('\n') };
  };

  it('passes what agrees, fails what does not', async () => {
    const { tally } = await run(
      vector({ expectInstant: '2026-06-01T17:00:00Z' }),
      vector({ expectInstant: '2026-06-01T16:00:00Z' }),
    );
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('names the rule where the tool follows another convention, and only with its variant', async () => {
    const lazy = '2026-06-08T09:00:00Z';
    const oracle = (eager: string) => ({ agree: true, matched: ['lazy'], variants: { eager, lazy } });
    const { tally, text } = await run(
      vector({ expectInstant: lazy, oracle: oracle('2026-06-01T17:00:00Z') }),
      vector({ expectInstant: lazy, oracle: oracle('2026-06-01T15:00:00Z') }),
    );
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(text).toContain('differs by rule sla-rules §4.11');
  });

  it.each([
    ['leaves', vector({ leaves: [], expectInstant: '2026-06-01T17:00:00Z' })],
    ['oracle.variant', vector({ oracle: { agree: true, matched: [], variant: {} } })],
  ])('refuses a key it does not know instead of ignoring it: %s', async (key, wrong) => {
    const { tally, text } = await run(wrong, vector({ expectInstant: '2026-06-01T17:00:00Z' }));
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(text).toContain(`suite.json, v: FAILED, the key "${key}" is not known`);
  });

  it('refuses a file with such a key, and an event with one', async () => {
    const judged = async (content: object) => {
      const into = await mkdtemp(join(directory, 'vectors-'));
      await writeFile(join(into, 'life.json'), JSON.stringify(content));
      const lines: string[] = [];
      return { tally: await runVectors(into, (line) => lines.push(line)), text: lines.join('\n') };
    };
    const scenario = (event: object) => ({
      id: 's',
      name: 'A life',
      calendar: { timezone: 'Etc/UTC', week: { mon: [['09:00', '17:00']] } },
      slaDef: { metrics: [] },
      events: [
        { at: '2026-06-01T09:00:00Z', type: 'created', to: 'Open', priority: 'High' },
        { at: '2026-06-01T10:00:00Z', type: 'status', to: 'Done', ...event },
      ],
      asOf: '2026-06-01T12:00:00Z',
      expect: {},
    });
    expect((await judged({ vectors: [], setup: {} })).text).toContain('life.json: FAILED, the key "setup"');
    expect((await judged({ scenarios: [scenario({})] })).tally).toEqual({ passed: 1, failed: 0, skipped: 0 });
    const { tally, text } = await judged({ scenarios: [scenario({ undone: true })] });
    expect(tally.failed).toBe(1);
    expect(text).toContain('life.json, s: FAILED, the key "events.1.undone" is not known');
  });

  it('counts an operation there is none of as skipped, and says so', async () => {
    const { tally, text } = await run(vector({ op: 'moonPhase' }));
    expect(tally).toEqual({ passed: 0, failed: 0, skipped: 1 });
    expect(text).toContain('no such operation');
  });
});
