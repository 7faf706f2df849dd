import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { content, draftItem, field } from '../../test/support/samples';
import {
  type AskJira,
  importOptions,
  itemWrites,
  publishItem,
  readItem,
  readTiles,
  readVersion,
} from '../catalog';
import type { Item, ItemContent } from '../catalog/domain/model';
import { digestOf } from '../platform/digest';
import { auditWrite } from '../platform/storage/audit';
import { writeBlob } from '../platform/storage/blobs';
import { transact } from '../platform/storage/transact';
import type { AuditEntry } from '../kernel/audit';
import { auditLog } from './audit-log';
import { seenEntries } from './seen-entries';
import { health } from './health';
import { exportPart } from './transfer/export-part';
import { importFile } from './transfer/import-file';
import { stagePart } from './transfer/staged';

const editor = { accountId: 'admin', now: Date.parse('2026-03-02T10:00:00Z') };
/** A Jira that says nothing against anything. */
const silent: AskJira = async () => () => ({ gone: new Set(), statusIds: null });
const sections = () => ({
  catalog: [{ id: 'it', name: { en: 'IT' }, managers: [] }],
  category: [
    {
      id: 'hardware',
      catalogId: 'it',
      name: { en: 'Hardware' },
      description: { en: '' },
      icon: '',
      order: 1,
    },
  ],
  service: [
    {
      schema: 1,
      id: 'workplace',
      name: { en: 'Workplace' },
      description: { en: '' },
      department: 'IT',
      owner: 'sergey',
      status: 'active',
    },
  ],
  item: [
    { id: 'laptop', state: 'published', content: content() },
    { id: 'phone', state: 'draft', content: content({ owner: '' }) },
  ],
});
type Sections = Readonly<Record<string, readonly unknown[]>>;

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('admin');
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => {});
});
const keep = (item: Item) => transact(itemWrites(item, null));
const send = async (given: Sections, most = Infinity) => {
  const upload = crypto.randomUUID();
  const parts: Record<string, number> = {};
  for (const [section, all] of Object.entries(given))
    for (let at = 0; at < all.length; at += most) {
      const part = parts[section] ?? 0;
      await stagePart(upload, section, part, all.slice(at, at + most));
      parts[section] = part + 1;
    }
  return { upload, parts, from: 0 };
};
/** Checked as a whole, and taken over where nothing is wrong. */
const take = async (given: Sections, dryRun = false, most = Infinity) => {
  const sent = await send(given, most);
  const checked = await importFile({ ...sent, dryRun: true }, editor);
  return dryRun || checked.problems.length > 0 ? checked : importFile({ ...sent, dryRun: false }, editor);
};
const exportAll = async (most?: number): Promise<Record<string, object[]>> => {
  const all: Record<string, object[]> = {};
  let next: Parameters<typeof exportPart>[0];
  do {
    const part = await exportPart(next, most);
    for (const [key, members] of Object.entries(part.sections)) (all[key] ??= []).push(...members);
    next = part.next;
  } while (next !== undefined);
  return all;
};
/** What stands in the storage beside the parts that were sent, and the job that was asked for. */
const kept = () =>
  [...forge.kvs.rows.keys()].filter((key) => !/import:|audit|job|backfill/i.test(key)).sort();

describe('an import', () => {
  it('publishes what is published, keeps drafts, and asks for a backfill', async () => {
    expect(await take(sections())).toEqual({ created: 5, updated: 0, unchanged: 0, problems: [] });
    expect((await readTiles()).map(({ id }) => id)).toEqual(['laptop']);
    expect(await readItem('phone')).toMatchObject({ state: 'draft', version: 0, dirty: true });
    expect((await readVersion('laptop', 1))?.content.owner).toBe('sergey');
    expect(forge.pushed).toHaveLength(1);
  });

  it('changes nothing the second time', async () => {
    await take(sections());
    const before = kept();
    expect(await take(sections())).toEqual({ created: 0, updated: 0, unchanged: 5, problems: [] });
    expect(kept()).toEqual(before);
  });

  it('tells on a dry run what it would do, and does nothing', async () => {
    expect(await take(sections(), true)).toMatchObject({ created: 5 });
    expect([kept(), forge.pushed]).toEqual([[], []]);
  });

  it('is refused before all of it was checked, and where the check found something', async () => {
    const sent = await send(sections());
    await expect(importFile({ ...sent, dryRun: false }, editor)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const wrong = await send({ ...sections(), category: [5] });
    await importFile({ ...wrong, dryRun: true }, editor);
    await expect(importFile({ ...wrong, dryRun: false }, editor)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(kept()).toEqual([]);
  });

  it('takes back its own export, whatever the size of its parts', async () => {
    await take(sections());
    for (const most of [1, undefined]) {
      const all = await exportAll(most);
      expect(await take(all, false, most ?? Infinity)).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 7,
      });
    }
  });

  it('goes on over as many calls as it takes', async () => {
    const sent = await send(sections(), 1);
    let now = 0;
    const slow = () => (now += 10_000);
    const walk = async (dryRun: boolean, calls = 1, from = 0): Promise<number> => {
      const { next } = await importFile({ ...sent, from, dryRun }, editor, slow);
      return next === undefined ? calls : walk(dryRun, calls + 1, next);
    };
    expect(await walk(true)).toBeGreaterThan(3);
    expect(await walk(false)).toBeGreaterThan(3);
    expect((await readTiles()).map(({ id }) => id)).toEqual(['laptop']);
    expect(forge.pushed).toHaveLength(1);
  });

  it('carries what a retired item was replaced by', async () => {
    const old = { id: 'old', state: 'retired', content: content(), replacedBy: 'laptop' } as const;
    await take({ ...sections(), item: [...sections().item, old] });
    expect((await readItem('old'))?.replacedBy).toBe('laptop');
    expect((await exportAll())['item']).toContainEqual(
      expect.objectContaining({ id: 'old', replacedBy: 'laptop' }),
    );
    const other = { ...old, replacedBy: 'phone' };
    expect(await take({ ...sections(), item: [other] })).toMatchObject({ updated: 1 });
    expect((await readItem('old'))?.replacedBy).toBe('phone');
  });

  it('writes the next version of what differs and leaves what the file does not name', async () => {
    await take(sections());
    const item = [{ id: 'laptop', state: 'published', content: content({ owner: 'maria' }) }];
    expect(await take({ ...sections(), item })).toMatchObject({ created: 0, updated: 1 });
    expect(await readItem('laptop')).toMatchObject({ version: 2, rev: 2 });
    expect(await readItem('phone')).not.toBeNull();
  });

  it('takes out of the portal what is retired', async () => {
    await take(sections());
    await take({ ...sections(), item: [{ id: 'laptop', state: 'retired', content: content() }] });
    expect(await readTiles()).toEqual([]);
  });

  it('names what is wrong and writes nothing: shape, references, and the SLA’s own problems', async () => {
    expect((await take({ ...sections(), category: [5] })).problems).toMatchObject([
      { whose: 'category', code: 'MALFORMED' },
      { whose: 'item:laptop', code: 'unknownCategory' },
    ]);
    const orphan = [{ id: 'laptop', state: 'published', content: content({ serviceId: 'gone' }) }];
    expect((await take({ ...sections(), item: orphan })).problems).toMatchObject([
      { whose: 'item:laptop', at: 'serviceId' },
    ]);
    const twice = [...sections().item, sections().item[0]];
    expect((await take({ ...sections(), item: twice })).problems).toMatchObject([
      { whose: 'item', at: 'laptop', code: 'DUPLICATE_ID' },
    ]);
    const calendar = [{ id: 'riga', name: 'Riga', zone: 'Mars/Olympus', week: {} }];
    expect((await take({ ...sections(), calendar })).problems).toMatchObject([
      { whose: 'calendar:riga', at: 'zone' },
    ]);
    expect([kept(), forge.pushed]).toEqual([[], []]);
  });

  it('does the rest when an import broke off before the catalog was compiled', async () => {
    const sent = await send(sections());
    await importFile({ ...sent, dryRun: true }, editor);
    let transactions = 0;
    forge.kvs.before = (path) => {
      transactions += path === '/api/v1/transaction' ? 1 : 0;
      return path === '/api/v1/transaction' && transactions > 4
        ? { status: 500, body: { code: 'X', message: 'down' } }
        : undefined;
    };
    await expect(importFile({ ...sent, dryRun: false }, editor)).rejects.toMatchObject({
      code: 'STORAGE_BUSY',
    });
    expect(await readItem('laptop')).not.toBeNull();
    expect(await readTiles()).toEqual([]);
    forge.kvs.before = () => undefined;
    expect((await importFile({ ...sent, dryRun: false }, editor)).problems).toEqual([]);
    expect((await readTiles()).map(({ id, version }) => `${id} ${version}`)).toEqual(['laptop 1']);
  });

  it('imports more items than one transaction or one part holds', async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({
      id: `i${n}`,
      state: 'published',
      content: content(),
    }));
    await take({ ...sections(), item: many }, false, 15);
    expect(await readTiles()).toHaveLength(40);
  });

  it('says so when a part was sent too long ago', async () => {
    const sent = await send(sections());
    const parts = { ...sent.parts, item: 2 };
    await expect(importFile({ ...sent, parts, dryRun: true }, editor)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the audit log', () => {
  const entry = (at: string, subject = 'item:x') =>
    auditWrite({ at, by: 'a', action: 'x', subject, subjectName: { en: 'X' }, changes: [] });

  it('walks from the newest month back, page by page, over months without entries', async () => {
    for (let n = 0; n < 60; n += 1)
      await transact([entry(`2026-03-01T00:00:${String(n).padStart(2, '0')}.000Z`)]);
    await transact([entry('2025-12-31T00:00:00.000Z')]);
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await auditLog(cursor, editor.now);
      pages.push(page.entries.length);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(pages).toEqual([50, 10, 1, 0]);
  });

  it('starts anew on a cursor it does not know', async () => {
    await transact([entry('2026-03-01T00:00:00.000Z'), entry('2026-03-01T00:00:01.000Z', 'item:y')]);
    expect((await auditLog('rubbish', editor.now)).entries).toHaveLength(2);
  });

  it('tells of a work item its reader may not browse only who did what, and when', async () => {
    const of = (subject: string): AuditEntry => ({
      schema: 1,
      id: subject,
      at: '2026-03-01T00:00:00.000Z',
      by: 'a',
      action: 'request.approved',
      subject,
      subjectName: { en: 'HR-1 Leave' },
      changes: [{ path: 'approval', before: 'pending', after: 'approved' }],
      reason: 'a private one',
    });
    const entries = ['item:x', 'issue:1', 'issue:2', 'request:a', 'request:b', 'request:lost'].map(of);
    const shown = await seenEntries(entries, {
      issuesOfRequests: async () =>
        new Map([
          ['a', '1'],
          ['b', '2'],
        ]),
      issuesSeen: async () => new Set(['1']),
    });
    const whole = [entries[0], entries[1], entries[3]].map(({ schema: _schema, ...told } = of('')) => told);
    expect(shown.filter(({ withheld }) => withheld !== true)).toEqual(whole);
    expect(shown[2]).toEqual({
      id: 'issue:2',
      at: '2026-03-01T00:00:00.000Z',
      by: 'a',
      action: 'request.approved',
      subject: 'issue',
      changes: [],
      withheld: true,
    });
  });
});

describe('health', () => {
  it('puts errors first, one row per item and kind, and asks Jira of what is published', async () => {
    const tablet = { id: 'tablet', state: 'published', content: content({ articles: [] }) };
    await take({ ...sections(), item: [...sections().item, tablet] });
    let asked = 0;
    const report = await health({
      slaHealth: async () => ({
        rows: [{ code: 'sla.safeMode', severity: 'warning', whose: 'sla', at: '', params: {} }],
        lastSweep: '2026',
      }),
      refusals: async () => [],
      failedSteps: async () => [],
      leftApprovals: async () => [],
      askJira: async (contents) => {
        asked += contents.length;
        return () => ({ gone: new Set(), statusIds: null, screen: 'none' });
      },
    });
    expect(asked).toBe(2);
    expect(report.lastSweep).toBe('2026');
    expect(report.rows.map(({ severity, code, whose }) => `${severity} ${code} ${whose}`)).toEqual([
      'error item.noProject item:laptop',
      'error item.noProject item:tablet',
      'warning item.noArticle item:tablet',
      'warning sla.safeMode sla',
      'info item.noOwner item:phone',
    ]);
  });

  it('says whose approvers have left, and which approvals hold nothing up', async () => {
    const step = { approvers: ['maria'], rule: 'any' } as const;
    const statuses = { waitingStatusId: '2', approvedToStatusId: '1', declinedToStatusId: '5' };
    const put = (id: string, step: ItemContent['approvals'][number]) =>
      keep({ ...draftItem(id, { approvals: [step] }), state: 'published' });
    await put('left', { ...step, ...statuses });
    await put('held', { ...step, ...statuses, approvers: ['felix'] });
    await put('unheld', { ...step, approvers: ['felix'] });
    const report = await health({
      slaHealth: async () => ({ rows: [] }),
      askJira: async () => () => ({ gone: new Set(['maria']), statusIds: null }),
      refusals: async () => [],
      failedSteps: async () => [],
      leftApprovals: async () => [],
    });
    const told = report.rows.map(({ severity, code, whose }) => `${severity} ${code} ${whose}`);
    expect(told).toContain('error item.approverGone item:left');
    expect(told).toContain('error item.noWaitingStatus item:unheld');
    expect(told.filter((row) => row.endsWith('item:held') && row.startsWith('error item.approv'))).toEqual(
      [],
    );
  });

  it('says how many records of people can’t be relied on, and how many are missing, and of whom to nobody', async () => {
    const ports = {
      createFields: async () => [],
      slaHealth: async () => ({ rows: [] }),
      refusals: async () => [],
      failedSteps: async () => [],
      leftApprovals: async () => [],
      askJira: silent,
    };
    const found = (gone: number, missing: readonly string[]) =>
      writeBlob('people:found', { schema: 1, gone, old: 0, without: missing.length, missing }, `${gone}`);
    await found(1, ['maria', 'hugo']);
    expect((await health(ports)).rows).toEqual([
      { code: 'people.stale', severity: 'warning', whose: 'person', at: '', params: { gone: 1, old: 0 } },
      { code: 'people.missing', severity: 'warning', whose: 'person', at: '', params: { count: 2 } },
    ]);
    await found(0, []);
    expect((await health(ports)).rows).toEqual([]);
  });

  it('says of which items deliveries are late more often than promises bear', async () => {
    const promise = { deliveryMetricId: 'delivery' };
    await keep({ ...draftItem('slow', { promise }), state: 'published' });
    await keep({ ...draftItem('fine', { promise }), state: 'published' });
    const usual = (isLate: boolean) => ({
      delivery: { delivery: { count: 9, p50: 1, p85: 7_200_000, isLate } },
    });
    const report = await health({
      slaHealth: async () => ({ rows: [] }),
      refusals: async () => [],
      failedSteps: async () => [],
      leftApprovals: async () => [],
      askJira: silent,
      usual: async () => ({ slow: usual(true), fine: usual(false) }),
    });
    const slow = report.rows.filter(({ code }) => code === 'request.slowDelivery');
    expect(slow).toMatchObject([{ severity: 'warning', whose: 'item:slow', params: { count: 9, hours: 2 } }]);
  });

  it('only notes what is wrong with a draft, and names the item in its languages, a retired one too', async () => {
    const name = { en: 'Laptop', ru: 'Ноутбук', de: 'Rechner' };
    await keep({ ...draftItem('begun', { owner: '', name }), state: 'draft' });
    await keep({ ...draftItem('old', { name }), state: 'retired' });
    const about = { id: '1', itemId: 'old', item: 'Laptop', owner: 'none', requester: 'none' };
    const failed = { ...about, step: 'move', why: 'NOT_FOUND', decidedAt: '2026-03-01T00:00:00.000Z' };
    const { rows } = await health({
      slaHealth: async () => ({ rows: [] }),
      refusals: async () => [],
      failedSteps: async () => [failed],
      leftApprovals: async () => [],
      askJira: silent,
    });
    expect(rows[0]).toMatchObject({ code: 'request.stepFailed', params: { item: { text: name } } });
    const ofDraft = rows.filter(({ whose }) => whose === 'item:begun');
    expect(ofDraft).toContainEqual(expect.objectContaining({ code: 'item.noOwner' }));
    expect(new Set(ofDraft.map(({ severity }) => severity))).toEqual(new Set(['info']));
  });

  it('tells of long lists and pictures that are gone, looked up where no mark tells of them', async () => {
    const options = [{ id: 'a', label: { en: 'A' } }];
    const parts = [digestOf(options)];
    await importOptions([{ id: parts[0], options }], editor);
    const listed = (id: string, list: { readonly parts: string[]; readonly count: number }) =>
      keep({
        ...draftItem(id, { form: [field('site', { type: 'choice', optionList: list })] }),
        state: 'published',
      });
    await listed('kept', { parts, count: 1 });
    await listed('gone', { parts: ['x'.repeat(22)], count: 1 });
    const picture = { label: 'a'.repeat(22), width: 1, height: 1, alt: { en: 'A' } };
    await keep({ ...draftItem('bare', { picture }), state: 'published' });
    const report = async () =>
      (
        await health({
          slaHealth: async () => ({ rows: [] }),
          refusals: async () => [],
          failedSteps: async () => [],
          leftApprovals: async () => [],
          askJira: silent,
        })
      ).rows.filter(({ code }) => code.endsWith('Gone'));
    const gone = [
      { code: 'item.listGone', severity: 'error', whose: 'item:gone' },
      { code: 'item.pictureGone', severity: 'error', whose: 'item:bare' },
    ];
    const byItem = (rows: readonly { readonly whose: string }[]) =>
      rows.toSorted((a, b) => (a.whose > b.whose ? -1 : 1));
    expect(byItem(await report())).toMatchObject(gone);
    for (const key of forge.kvs.rows.keys()) if (key.includes('catalog:listed:')) forge.kvs.rows.delete(key);
    expect(byItem(await report())).toMatchObject(gone);
  });

  it('says nothing of retired items', async () => {
    await keep({ ...draftItem('old', { owner: '' }), state: 'retired' });
    const report = await health({
      slaHealth: async () => ({ rows: [] }),
      refusals: async () => [],
      failedSteps: async () => [],
      leftApprovals: async () => [],
      askJira: silent,
    });
    expect(report.rows).toEqual([]);
  });

  it('tells in Jira’s words what it refused of the item as it is published now', async () => {
    await take(sections());
    const [{ id, version } = { id: '', version: 0 }] = await readTiles();
    const refusal = { itemId: id, version, at: '2026-03-01T00:00:00.000Z', why: 'cost: Cost is required.' };
    const report = await health({
      slaHealth: async () => ({ rows: [] }),
      askJira: silent,
      refusals: async () => [refusal, { ...refusal, version: version - 1, why: 'mended' }],
      failedSteps: async () => [],
      leftApprovals: async () => [],
    });
    const refused = report.rows.filter(({ code }) => code === 'mapping.refused');
    expect(refused).toMatchObject([{ severity: 'error', whose: `item:${id}`, params: { why: refusal.why } }]);
  });
});

it('publishes by hand after an import as before it', async () => {
  await take(sections());
  const phone = await readItem('phone');
  await expect(publishItem('phone', phone?.rev ?? 0, editor, silent)).rejects.toMatchObject({
    code: 'INVALID_DEFINITION',
  });
});
