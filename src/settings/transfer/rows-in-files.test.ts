/** Sections of many members in files, by that of people. */
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { peopleStore } from '../../people';
import type { PersonRecord } from '../../people/domain/person';
import type { Caller } from '../../platform/identity/caller';
import { auditEntries } from '../../platform/storage/audit-entries';
import { transferCalls } from './calls';
import { exportPart } from './export-part';
import { importFile } from './import-file';
import { stagePart } from './staged';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('sergey');
  forge.product = ({ path }) => {
    const asked = new URLSearchParams(path.split('?')[1]).getAll('accountId');
    return { status: 200, body: { values: asked.map((accountId) => ({ accountId })) } };
  };
});

const audited = async () => (await auditEntries.query({ index: 'by-subject', partition: ['person'] })).docs;

/** Sends records in parts of so many, has them checked, and taken over where nothing is wrong. */
async function take(members: readonly object[], most: number) {
  const upload = crypto.randomUUID();
  const parts = { person: Math.ceil(members.length / most) };
  for (let part = 0; part < parts.person; part += 1)
    await stagePart(upload, 'person', part, members.slice(part * most, (part + 1) * most));
  const checked = await importFile({ upload, parts, from: 0, dryRun: true }, editor);
  if (checked.problems.length > 0) return checked;
  return importFile({ upload, parts, from: 0, dryRun: false }, editor);
}
const many = Array.from({ length: 130 }, (_, n) => ({ id: `p${n}`, manager: n === 0 ? '' : `p${n - 1}` }));

describe('records in files', () => {
  it('are taken in parts with an audit entry for each transaction, and change nothing the second time', async () => {
    expect(await take(many, 50)).toEqual({ created: 130, updated: 0, unchanged: 0, problems: [] });
    const entries = await audited();
    expect(entries.map(({ action }) => action)).toEqual(entries.map(() => 'people.person.imported'));
    expect(entries.flatMap(({ changes }) => changes)).toContainEqual({
      path: 'person:p7.manager',
      after: 'p6',
    });
    expect(await take(many, 130)).toMatchObject({ created: 0, unchanged: 130 });
    expect(forge.pushed).toEqual([]);
  });

  it('are looked at together, however they are cut into parts: a circle through two of them is found first', async () => {
    const circle = [{ id: 'alice', manager: 'maria' }, { id: 'hugo' }, { id: 'maria', manager: 'alice' }];
    const { problems } = await take(circle, 2);
    expect(problems.map(({ code, whose }) => `${code} ${whose}`)).toEqual([
      'MANAGER_CIRCLE person:alice',
      'MANAGER_CIRCLE person:maria',
    ]);
    expect((await peopleStore.page('all', undefined, 0)).docs).toEqual([]);
  });

  it('come back from an export whole, from the middle of a page on as well', async () => {
    await take(many, 130);
    const all: object[] = [];
    let from: Parameters<typeof exportPart>[0];
    do {
      const part = await exportPart(from, 3_000);
      all.push(...(part.sections['person'] ?? []));
      from = part.next;
    } while (from !== undefined);
    expect(new Set(all.map((each) => (each as PersonRecord).id)).size).toBe(130);
    expect(await take(all, 130)).toMatchObject({ created: 0, unchanged: 130 });
  });

  it('are for those who may edit them; with anything else in the file it is for administrators', async () => {
    const manager = { standing: async () => ({ roles: ['catalogManager'], jiraAdmin: false, jira: true }) };
    const may = async (parts: object) =>
      transferCalls['settings.import'].authorise(
        manager as unknown as Caller,
        { upload: '', parts, from: 0, dryRun: true } as never,
      );
    await expect(may({ person: 1 })).resolves.toBeUndefined();
    for (const parts of [{}, { item: 0 }, { person: 1, item: 1 }])
      await expect(may(parts)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
