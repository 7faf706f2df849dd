/** A section of many members, each a row of an entity by itself: saved under a revision, listed, checked and moved in pages. */
import * as v from 'valibot';
import type { ImportOutcome } from '../kernel/answers';
import type { Editor } from '../kernel/audit';
import { changesOf } from '../kernel/changes-of';
import type { Difference } from '../kernel/diff';
import { badRequest, conflict, notFound } from '../kernel/errors';
import type { OwnedFinding } from '../kernel/finding';
import { mergeMembers } from '../kernel/merge-members';
import type { Changed } from '../kernel/result';
import { newErrors, parsed, type Section, whoseOf } from '../kernel/section';
import { auditWrite } from '../platform/storage/audit';
import {
  type EntityQuery,
  type EntityStore,
  entityStore,
  type Page,
  readable,
} from '../platform/storage/entities';
import { transact, type Write } from '../platform/storage/transact';
import { auditOf, invalidDefinition, parsedOrRefused } from './sections';

interface Member {
  readonly id: string;
}

/** A member with what the app keeps beside it. */
export interface Row<T> {
  readonly schema: 1;
  readonly rev: number;
  /** What the app itself has found out about it; `current` while that is nothing. */
  readonly state: string;
  /** ISO. */
  readonly changedAt: string;
  readonly changedBy: string;
  readonly value: T;
}

/** Members by id as they would stand: those of a change or a file first, else those that are stored. */
export type Find<T> = (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>;

interface Storing<T> {
  /** Has the attributes `id`, `rev`, `state` and `changedAt`, and the index `by-id`. */
  readonly entity: string;
  /** What else is searched by: never left out, or the row is not in the index. */
  readonly attributes: (value: T) => Readonly<Record<string, string>>;
  /** What may be listed: `all` and parts of it that an index holds. */
  readonly lists: Readonly<Record<string, (now: number) => EntityQuery>>;
  /** How those who come too late are told what was changed. */
  readonly changed: Changed;
  /** What would be wrong with some members. An error that was there before stands in nobody's way. */
  readonly check: (values: readonly T[], find: Find<T>) => Promise<readonly OwnedFinding[]>;
}

/** Takes over a part of a file's members; nothing is stored with `dryRun` or with any problem. */
type Take = (inputs: readonly unknown[], dryRun: boolean, editor: Editor) => Promise<ImportOutcome>;

export interface Rows<T extends Member> {
  readonly section: Section<T>;
  readonly store: Pick<EntityStore<Row<T>>, 'get' | 'write' | 'query'>;
  /** Strongly consistent; those that are not there, or can't be read, are left out. */
  readonly read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row<T>>>;
  /** A page of a list, eventually consistent. @throws BAD_REQUEST when there is no such list. */
  readonly page: (list: string, cursor: string | undefined, now: number) => Promise<Page<Row<T>>>;
  /** Creates (rev 0) or changes one; answers its next revision. @throws INVALID_DEFINITION, CONFLICT */
  readonly save: (input: object, rev: number, editor: Editor) => Promise<number>;
  /** @throws NOT_FOUND, CONFLICT */
  readonly remove: (id: string, rev: number, editor: Editor) => Promise<void>;
  /** Takes a file part by part. `file` answers all its members, since rules look at them together: it is asked once. */
  readonly taking: (file: () => Promise<readonly unknown[]>) => Take;
}

/** With an audit entry they are as many as a transaction has room for. */
const AT_ONCE = 24;

export function rows<T extends Member>(section: Section<T>, storing: Storing<T>): Rows<T> {
  const { entity, attributes, lists, changed, check } = storing;
  const store = entityStore<Row<T>>({
    name: entity,
    schema: v.object({
      schema: v.literal(1),
      rev: v.number(),
      state: v.string(),
      changedAt: v.string(),
      changedBy: v.string(),
      value: section.schema,
    }),
    attributes: ({ rev, state, changedAt, value }) => ({
      id: value.id,
      rev,
      state,
      changedAt,
      ...attributes(value),
    }),
  });
  const read = async (ids: readonly string[]) => readable(await store.getMany(ids));

  /** Finds what stands in `before`, then what is stored. */
  const finding =
    (before: ReadonlyMap<string, T>): Find<T> =>
    async (ids) => {
      const found = await read(ids.filter((id) => !before.has(id)));
      const values = ids.map((id) => [id, before.get(id) ?? found.get(id)?.value] as const);
      return new Map(values.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
    };
  const problems = async (next: readonly T[], former: readonly T[], find: Find<T>) => {
    const wrong = next.length === 0 ? [] : await check(next, find);
    const isNew = wrong.length === 0 || former.length === 0;
    return newErrors(wrong, isNew ? [] : await check(former, finding(new Map())));
  };

  const write = (value: T, former: Row<T> | null, { accountId, now }: Editor): Write => {
    const row: Row<T> = {
      schema: 1,
      rev: (former?.rev ?? 0) + 1,
      state: former?.state ?? 'current',
      changedAt: new Date(now).toISOString(),
      changedBy: accountId,
      value,
    };
    return store.write(value.id, row, former === null ? 'absent' : { rev: former.rev });
  };
  const writeAll = async (writes: readonly Write[]): Promise<void> => {
    if ((await transact(writes)) === 'conflict') throw conflict(changed);
  };

  return {
    section,
    store,
    read,
    async page(list, cursor, now) {
      const query = lists[list]?.(now);
      if (query === undefined) throw badRequest('There is no such list.');
      return store.query({ ...query, cursor });
    },
    async save(input, rev, editor) {
      const value = parsedOrRefused(section, input);
      const former = await store.get(value.id);
      if ((former?.rev ?? 0) !== rev) throw conflict(changed);
      const before = former === null ? [] : [former.value];
      const wrong = await problems([value], before, finding(new Map([[value.id, value]])));
      if (wrong.length > 0) throw invalidDefinition(wrong);
      const audit = auditOf(
        section,
        former ? 'saved' : 'created',
        value,
        changesOf(former?.value, value),
        editor,
      );
      await writeAll([write(value, former, editor), audit]);
      return rev + 1;
    },
    async remove(id, rev, editor) {
      const former = await store.get(id);
      if (former === null) throw notFound(`The ${section.key}`);
      const audit = auditOf(section, 'deleted', former.value, changesOf(former.value, undefined), editor);
      await writeAll([store.erase(id, { rev }), audit]);
    },
    taking(file) {
      let whole: Promise<Find<T>> | undefined;
      const find: Find<T> = async (ids) =>
        (await (whole ??= file().then((inputs) => finding(valuesIn(section, inputs)))))(ids);
      return async (inputs, dryRun, editor) => {
        const stored = await read([...valuesIn(section, inputs).keys()]);
        const values = [...stored.values()].map(({ value }) => value);
        const { changed: differing, outcome } = mergeMembers(section, values, inputs);
        const former = differing.flatMap(({ id }) => stored.get(id)?.value ?? []);
        const all = [...outcome.problems, ...(await problems(differing, former, find))];
        for (let start = 0; !dryRun && all.length === 0 && start < differing.length; start += AT_ONCE) {
          const some = differing.slice(start, start + AT_ONCE);
          const changes = some.flatMap((value) =>
            changesOf(stored.get(value.id)?.value, value, `${whoseOf(section, value)}.`),
          );
          const rowsOfSome = some.map((value) => write(value, stored.get(value.id) ?? null, editor));
          await writeAll([...rowsOfSome, importedWrite(section, changes, editor)]);
        }
        return { ...outcome, problems: all };
      };
    },
  };
}

const valuesIn = <T extends Member>(
  section: Section<T>,
  inputs: readonly unknown[],
): ReadonlyMap<string, T> =>
  new Map(
    inputs.flatMap((input) => {
      const read = parsed(section, input);
      return 'value' in read ? [[read.value.id, read.value] as const] : [];
    }),
  );

const importedWrite = (
  { subject, key }: Pick<Section<object>, 'subject' | 'key'>,
  changes: readonly Difference[],
  { accountId, now }: Editor,
): Write =>
  auditWrite({
    at: new Date(now).toISOString(),
    by: accountId,
    action: `${subject}.${key}.imported`,
    subject: key,
    changes,
  });
