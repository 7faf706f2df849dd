import * as v from 'valibot';
import {
  allHeads,
  changeCatalog,
  dropFormer,
  itemWrites,
  readStructure,
  readTiles,
  services,
  versionWrites,
} from '../catalog';
import { digestOf } from '../platform/digest';
import type { Item, ItemHead, PublishedItem, Service } from '../catalog/domain/model';
import { auditWrite } from '../platform/storage/audit';
import { transact, type Write } from '../platform/storage/transact';
import type { Editor } from '../kernel/audit';
import type { ImportOutcome } from '../kernel/answers';
import { difference } from '../kernel/diff';
import { conflict } from '../kernel/errors';
import type { OwnedFinding } from '../kernel/finding';
import { malformed } from '../sla/definitions/domain/rules/malformed';
import { type ConfigItem, configSchema } from './config-schema';
import { type ImportPlan, planImport } from './plan-import';

export interface ImportPorts {
  /** `reveals`: what Jira shows of every work item changes, of finished ones too. */
  readonly importSla: (
    config: unknown,
    dryRun: boolean,
    editor: Editor,
  ) => Promise<ImportOutcome & { readonly reveals: boolean }>;
  /** Adopts issues and computes records anew, later and in the background; with `since`, also of what finished after it. */
  readonly requestBackfill: (since?: number) => Promise<void>;
}

const MAX_PROBLEMS = 100;
const MAX_OPERATIONS = 25;

/**
 * Takes over a whole configuration. Everything is checked first: with one problem, or on a dry run, nothing is written.
 * Members the document does not name are kept. The writes are many, so a failure between them leaves a part done:
 * the same import again does the rest, and an import that finds nothing to do changes nothing.
 */
export async function importConfig(
  document: unknown,
  dryRun: boolean,
  editor: Editor,
  ports: ImportPorts,
): Promise<ImportOutcome> {
  const parsed = v.safeParse(configSchema, document);
  if (!parsed.success) return { created: 0, updated: 0, unchanged: 0, problems: problemsOf(parsed.issues) };
  const [structure, tiles, heads] = await Promise.all([readStructure(), readTiles(), allHeads()]);
  const stored = {
    structure,
    items: new Map(heads.map((head) => [head.id, head])),
    offered: new Map(tiles.map(({ id, version }) => [id, version])),
    digestOf,
  };
  const plan = planImport(parsed.output, stored);
  const sla = await ports.importSla(parsed.output.sla, true, editor);
  const problems = [...plan.problems, ...sla.problems].slice(0, MAX_PROBLEMS);
  const outcome = {
    created: plan.created + sla.created,
    updated: plan.updated + sla.updated,
    unchanged: plan.unchanged + sla.unchanged,
    problems,
  };
  if (dryRun || problems.length > 0) return outcome;
  await ports.importSla(parsed.output.sla, false, editor);
  // At once, as an import that broke off and is made again finds no difference; the job after it looks back as far.
  if (sla.reveals) await ports.requestBackfill(0);
  await writeCatalog(plan, stored.items, editor);
  await ports.requestBackfill();
  return outcome;
}

function problemsOf(issues: readonly v.BaseIssue<unknown>[]): readonly OwnedFinding[] {
  return issues
    .slice(0, MAX_PROBLEMS)
    .map((issue) => malformed({ whose: 'document', at: v.getDotPath(issue) ?? '', issue }));
}

async function writeCatalog(
  plan: ImportPlan,
  stored: ReadonlyMap<string, ItemHead>,
  editor: Editor,
): Promise<void> {
  if (plan.changedItems.length === 0 && !plan.structureChanged) return;
  const savedServices = await Promise.all(plan.changedServices.map(nextService));
  const moved = plan.changedItems.map((wanted) => nextItem(wanted, stored.get(wanted.id), editor));
  await writeInGroups([
    ...savedServices.map((service) => [services.write(service.id, service, { rev: service.rev - 1 })]),
    ...moved.map(({ item, published }) => [
      ...itemWrites(item, stored.get(item.id) ?? null),
      ...(published ? versionWrites(published) : []),
    ]),
  ]);
  const byId = new Map(savedServices.map((service) => [service.id, service]));
  await changeCatalog(async () => ({
    structure: {
      catalogs: plan.catalogs,
      categories: plan.categories,
      services: plan.services.map((service) => byId.get(service.id) ?? service),
    },
    put: moved.flatMap(({ published }) => published ?? []),
    removed: moved.filter(({ published }) => published === null).map(({ item }) => item.id),
    writes: [auditOf(plan, stored, editor)],
    result: undefined,
  }));
  await dropFormer(moved.map(({ item }) => ({ item, former: stored.get(item.id) ?? null })));
}

async function nextService(service: Service): Promise<Service> {
  return { ...service, rev: ((await services.get(service.id))?.rev ?? 0) + 1 };
}

interface MovedItem {
  readonly item: Item;
  /** The version to offer, `null` for what is not offered. */
  readonly published: PublishedItem | null;
}

/** A published item whose row stands already as wanted (an import that broke off) keeps its version. */
function nextItem(wanted: ConfigItem, former: ItemHead | undefined, editor: Editor): MovedItem {
  const at = new Date(editor.now).toISOString();
  const standing =
    former?.state === 'published' && !former.dirty && former.digest === digestOf(wanted.content);
  const version = (former?.version ?? 0) + (wanted.state === 'published' && !standing ? 1 : 0);
  const publishedAt = wanted.state === 'published' ? at : former?.publishedAt;
  const item: Item = {
    schema: 1,
    id: wanted.id,
    rev: (former?.rev ?? 0) + 1,
    state: wanted.state,
    version,
    content: wanted.content,
    dirty: wanted.state === 'draft',
    updatedAt: at,
    updatedBy: editor.accountId,
    ...(publishedAt && { publishedAt }),
    ...(wanted.state === 'retired' && wanted.replacedBy && { replacedBy: wanted.replacedBy }),
  };
  const published =
    wanted.state === 'published' ? { id: item.id, version, publishedAt: at, content: item.content } : null;
  return { item, published };
}

/** As many groups in one transaction as fit; the writes of a group stay together. */
async function writeInGroups(groups: readonly (readonly Write[])[]): Promise<void> {
  let batch: readonly Write[] = [];
  for (const group of [...groups, null]) {
    if (batch.length > 0 && (group === null || batch.length + group.length > MAX_OPERATIONS)) {
      if ((await transact(batch)) === 'conflict') throw conflict('catalog');
      batch = [];
    }
    batch = [...batch, ...(group ?? [])];
  }
}

const auditOf = (plan: ImportPlan, stored: ReadonlyMap<string, ItemHead>, editor: Editor): Write =>
  auditWrite({
    at: new Date(editor.now).toISOString(),
    by: editor.accountId,
    action: 'settings.imported',
    subject: 'settings',
    changes: [
      ...plan.changedServices.map(({ id }) => ({ path: `service:${id}`, after: 'imported' })),
      ...plan.changedItems.map(({ id, state }) => difference(`item:${id}`, stored.get(id)?.state, state)),
    ],
  });
