import { installFakeForge } from '../../../test/support/fake-forge';
import { type Finding, textParam } from '../../kernel/finding';
import { readStoredDefinitions } from './stored/definitions-store';
import type { Agreement, CalendarDefinition, MetricDefinition } from '../engine/model';
import { open } from '../engine';
import type { SlaRecord } from '../clocks/record/record';
import { slaRecords } from '../clocks/record/record-store';
import { definitions as sample, delivery, firstResponse } from '../testing/definitions';
import { saver } from '../testing/save';
import type { MemberKey } from './domain/sections/keys';
import { deleteMember, type NamesUsing } from './members';

const editor = { accountId: 'sergey', now: Date.UTC(2026, 5, 1) };
const save = saver(editor);
const remove = (version: number, section: MemberKey, id: string, items: NamesUsing = async () => []) =>
  deleteMember({ version, section, id, open: 'cancel' }, editor, items);
const agreement = (id: string, parts: Partial<Agreement> = {}): Agreement => ({
  id,
  name: `Agreement ${id}`,
  kind: 'SLA',
  provider: 'IT',
  consumers: [],
  affectsParent: 'none',
  ...parts,
});
const christmas = {
  id: 'de',
  name: 'Germany',
  holidays: [{ kind: 'date', date: '2026-12-25', name: 'Christmas' }],
  source: { country: 'DE' },
};
const berlin: CalendarDefinition = {
  id: 'berlin',
  name: 'Berlin office',
  zone: 'Europe/Berlin',
  week: { mon: [['09:00', '17:00']] },
  holidays: [],
  holidaySetIds: ['de'],
  exceptions: [],
};

beforeEach(() => {
  installFakeForge('sergey');
});

interface Refused {
  readonly code?: string;
  readonly message?: string;
  readonly fields?: readonly Finding[];
}
const refusal = (promise: Promise<unknown>): Promise<Refused> =>
  promise.then(
    () => ({}),
    (error: unknown) => error as Refused,
  );
const stored = async () => (await readStoredDefinitions()).definitions;

describe('agreements', () => {
  it('are saved as a tree, a child under its parent', async () => {
    await save(0, 'agreement', agreement('sla'));
    await save(1, 'agreement', agreement('ola', { kind: 'OLA', parentId: 'sla' }));
    expect((await stored()).agreements.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['sla', undefined],
      ['ola', 'sla'],
    ]);
  });

  it('are refused under themselves, without a name, and with a reversed validity', async () => {
    await save(0, 'agreement', agreement('sla'));
    const loop = await refusal(save(1, 'agreement', agreement('sla', { parentId: 'sla' })));
    expect(loop.fields?.map(({ code }) => code)).toEqual(['AGREEMENT_LOOP']);
    const nameless = await refusal(save(1, 'agreement', agreement('x', { name: ' ' })));
    expect(nameless.fields).toMatchObject([{ code: 'NO_NAME', whose: 'agreement:x', at: 'name' }]);
    const reversed = agreement('x', { validFrom: '2026-06-01', validTo: '2026-05-01' });
    expect((await refusal(save(1, 'agreement', reversed))).fields?.[0]?.code).toBe('VALIDITY_REVERSED');
  });

  it('are saved with a warning when their review is overdue or they affect nothing', async () => {
    const { problems } = await save(
      0,
      'agreement',
      agreement('sla', { reviewDate: '2026-05-31', affectsParent: 'pause' }),
    );
    expect(problems.map(({ code }) => code)).toEqual(['AFFECTS_NOTHING', 'REVIEW_DUE']);
  });

  it('stay while metrics or children hang on them, and say which', async () => {
    await save(0, 'agreement', agreement('sla'));
    await save(1, 'agreement', agreement('ola', { parentId: 'sla' }));
    await save(2, 'metric', { ...delivery, agreementId: 'sla' });
    const refused = await refusal(remove(3, 'agreement', 'sla'));
    expect(refused.fields).toMatchObject([
      { whose: 'metric:delivery', at: 'agreementId', params: { name: { text: { en: 'Delivery' } } } },
      { whose: 'agreement:ola', at: 'parentId', params: { name: textParam({ en: 'Agreement ola' }) } },
    ]);
    expect((await remove(3, 'agreement', 'ola')).definitions.agreements).toHaveLength(1);
  });
});

describe('holiday sets', () => {
  it('close the calendars they are attached to, and stay while one uses them', async () => {
    await save(0, 'holidaySet', christmas);
    await save(1, 'calendar', berlin);
    const refused = await refusal(remove(2, 'holidaySet', 'de'));
    expect(refused.fields).toMatchObject([
      { code: 'HOLIDAY_SET_IN_USE', whose: 'calendar:berlin', at: 'holidaySetIds' },
    ]);
    await save(2, 'calendar', { ...berlin, holidaySetIds: [] });
    expect((await remove(3, 'holidaySet', 'de')).definitions.holidaySets).toEqual([]);
  });

  it('are refused with a day that does not exist', async () => {
    const bad = { ...christmas, holidays: [{ kind: 'yearly', month: 2, day: 30, name: 'Never' }] };
    expect((await refusal(save(0, 'holidaySet', bad))).fields).toMatchObject([
      { code: 'BAD_DATE', whose: 'holidaySet:de', at: 'holidays.0' },
    ]);
  });

  it('are refused where nothing was before', async () => {
    expect((await refusal(remove(0, 'holidaySet', 'gone'))).code).toBe('NOT_FOUND');
  });
});

describe('deleting a metric', () => {
  const measured = (metric: MetricDefinition): Promise<unknown> => {
    const definitions = { ...sample, metrics: [metric] };
    const state = open(definitions, {
      issueId: '1',
      issueKey: 'T-1',
      createdAt: editor.now,
      reporter: null,
      initial: { projectId: ['10000'], statusCategory: ['new'] },
    });
    const record: SlaRecord = {
      schema: 1,
      rev: 1,
      projectId: '10000',
      requester: null,
      state,
      facts: [],
      base: { at: editor.now, change: 0, comment: 0 },
      seen: [],
      acts: {},
      shown: '',
      open: 'n',
      updatedAt: editor.now,
    };
    return slaRecords.put(record, 'any');
  };

  it('takes away one that never had a cycle', async () => {
    await save(0, 'metric', delivery);
    expect(await remove(1, 'metric', 'delivery')).toMatchObject({ outcome: 'deleted' });
    expect((await stored()).metrics).toEqual([]);
  });

  it('retires one that had, under its name', async () => {
    await save(0, 'metric', delivery);
    await measured(delivery);
    expect(await remove(1, 'metric', 'delivery')).toMatchObject({ outcome: 'retired' });
    expect((await stored()).metrics).toMatchObject([
      { name: { en: 'Delivery' }, version: 2, retired: { at: editor.now, open: 'cancel' } },
    ]);
  });

  it('is refused while another metric or an item refers to it', async () => {
    await save(0, 'metric', delivery);
    const waits = { ...firstResponse, stop: [{ on: 'metric', metricId: 'delivery', to: 'met' }] };
    await save(1, 'metric', waits);
    const refused = await refusal(
      remove(2, 'metric', 'delivery', async () => [{ en: 'Laptop', ru: 'Ноутбук' }]),
    );
    expect(refused.fields).toMatchObject([
      { params: { name: textParam({ en: 'Laptop', ru: 'Ноутбук' }) } },
      { params: { name: { text: { en: 'First response' } } } },
    ]);
    expect((await stored()).version).toBe(2);
  });
});
