/** A site as large as the app promises to carry, over a fake Forge: what the screens most often opened read of its storage. */
import { changeCatalog, itemWrites, keepPopular, versionWrites } from '../../src/catalog';
import type { PublishedItem } from '../../src/catalog/domain/model';
import { handlers } from '../../src/entry/resolvers';
import { dropShares } from '../../src/entry/resolvers/share';
import { transact } from '../../src/platform/storage/transact';
import { writeSample } from '../../src/sla/forecast/sample';
import type { PackedCourse } from '../../src/sla/engine/forecast/pack';
import { slaRecords } from '../../src/sla/clocks/record/record-store';
import { definitions, MINUTE, PROJECT } from '../../src/sla/testing/definitions';
import { storeDefinitions, storeIssue } from '../../src/sla/testing/stored';
import { dropCached } from '../../src/work/cache';
import { type FakeForge, installFakeForge, type ProductCall } from '../support/fake-forge';
import { CATEGORIES, largeCatalog, SERVICES } from './large-catalog';
import { type Counted, counted } from './read-units';

const ITEMS = 2_000;
const FIELDS = 40;
const OPEN_CLOCKS = 2_000;
const PAUSED = 100;
const COURSES = 200;

export const SCREENS = ['home', 'home the browser keeps', 'item', 'board'] as const;
export type Screen = (typeof SCREENS)[number];

export interface LargeSite {
  readonly forge: FakeForge;
  /** What opening a screen reads: in a process that has kept nothing, or in one that has been asked before. */
  readonly cost: (screen: Screen, process: 'cold' | 'warm') => Promise<Counted>;
}

/** A site as of `now`, where the clock must stand. */
export async function largeSite(now: number): Promise<LargeSite> {
  const forge = installFakeForge('alice');
  forge.product = (call) => answerOf(call);
  await publishCatalog(largeCatalog(ITEMS, FIELDS), now);
  await storeClocks(now);
  const call = async (
    name: 'portal.home' | 'portal.item' | 'sla.board',
    payload: object,
  ): Promise<unknown> => {
    dropShares();
    const handler = handlers[name] as unknown as (
      request: object,
    ) => Promise<{ ok: boolean; value: unknown }>;
    const answer = await handler({ payload, context: { accountId: 'alice' } });
    if (!answer.ok) throw new Error(`${name} failed: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const { catalog } = (await call('portal.home', {})) as { readonly catalog: { readonly key: string } };
  const open: Readonly<Record<Screen, () => Promise<unknown>>> = {
    home: () => call('portal.home', {}),
    'home the browser keeps': () => call('portal.home', { known: catalog.key }),
    item: () => call('portal.item', { itemId: 'item-00777' }),
    board: () => call('sla.board', {}),
  };
  return {
    forge,
    async cost(screen, process) {
      if (process === 'warm') await open[screen]();
      else dropCached();
      return counted(forge.kvs, open[screen]);
    },
  };
}

/** Stores items as published, each in its only version. */
export async function publishCatalog(items: readonly PublishedItem[], now: number): Promise<void> {
  for (const { id, version, publishedAt, content } of items) {
    const by = { updatedAt: publishedAt, updatedBy: 'sergey', publishedAt };
    const item = {
      schema: 1,
      id,
      rev: 1,
      state: 'published',
      version,
      content,
      dirty: false,
      ...by,
    } as const;
    await transact([...itemWrites(item, null), ...versionWrites({ id, version, publishedAt, content })]);
  }
  const catalogs = [{ id: 'main', name: { en: 'Main' }, managers: [], inPortal: true }];
  await changeCatalog(async () => ({
    structure: {
      catalogs,
      categories: CATEGORIES,
      services: SERVICES,
      offerings: [],
      pins: [],
      announcements: [],
    },
    put: items,
    writes: [],
    result: undefined,
  }));
  await keepPopular({ items: Object.fromEntries(items.map(({ id }, at) => [id, at])), groups: [] }, now);
}

/** Open clocks on both sides of now, and as many forecasts as there is room for. */
async function storeClocks(now: number): Promise<void> {
  await storeDefinitions();
  await storeIssue({ id: '1', createdAt: now - 30 * MINUTE }, now);
  const sample = await slaRecords.get('1');
  if (sample === null) throw new Error('There is no record to copy.');
  for (let index = 0; index < OPEN_CLOCKS; index += 1) {
    const issueId = String(100_000 + index);
    const nextBreachAt = now + (index - OPEN_CLOCKS / 2) * MINUTE;
    await slaRecords.put({ ...sample, nextBreachAt, state: { ...sample.state, issueId } }, 'absent');
  }
  const course = (at: number): PackedCourse => ['t:', 'rest', 120 + at, 240, 0, [['1', 0, 120 + at]]];
  await writeSample({
    schema: 1,
    learnedAt: now,
    version: definitions.version,
    metrics: definitions.metrics.map(({ id }) => ({
      id,
      courses: Array.from({ length: COURSES }, (_, at) => course(at)),
    })),
  });
}

const issueOf = (id: string) => ({
  id,
  key: `T-${id}`,
  fields: { summary: 'A headset', project: { id: PROJECT, name: 'IT support' }, assignee: null },
});

/** Jira lets everybody see everything, and finds the last clocks paused. */
function answerOf({ path, body }: ProductCall) {
  const { issueIdsOrKeys = [] } = (body ?? {}) as { readonly issueIdsOrKeys?: readonly string[] };
  if (path.endsWith('/issue/bulkfetch'))
    return { status: 200, body: { issues: issueIdsOrKeys.map(issueOf) } };
  if (path.includes('/search/jql')) {
    const ids = Array.from({ length: PAUSED }, (_, index) => String(100_000 + OPEN_CLOCKS - 1 - index));
    return { status: 200, body: { issues: ids.map(issueOf) } };
  }
  if (path.includes('/myself'))
    return { status: 200, body: { accountId: 'alice', groups: { items: [{ name: 'staff' }] } } };
  if (path.endsWith('/permissions/check')) return { status: 200, body: { globalPermissions: [] } };
  return { status: 200, body: [] };
}
