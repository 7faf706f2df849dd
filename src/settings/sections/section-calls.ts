/** Reading, saving and deleting of sections, each for those whom it names. */
import * as v from 'valibot';
import { namesUsing } from '../../catalog';
import { whole } from '../../kernel/answers';
import { badRequest } from '../../kernel/errors';
import type { Role } from '../../kernel/names';
import { call, type Caller, needs } from '../../platform/identity/caller';
import { deleteMember } from '../../sla';
import { deletedAnswer } from '../../sla/definitions/domain/answers/definitions';
import { MEMBER_KEYS } from '../../sla/definitions/domain/sections/keys';
import { rowsAnswer } from '../domain/answers';
import { rowsOfSection, SAVED, singletonOf } from './saved-sections';

const rev = v.pipe(v.number(), v.integer(), v.minValue(0));
const section = v.pipe(v.string(), v.maxLength(40));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const revAnswer = v.object({ rev });

/** Who may look at a section also learns whether there is one of that name. @throws FORBIDDEN, BAD_REQUEST */
const mayChange =
  (...others: readonly Role[]) =>
  async (caller: Caller, { section: key, value }: { readonly section: string; readonly value?: object }) => {
    const saved = SAVED.get(key);
    if (saved === undefined) throw badRequest('There is no such section.');
    if (value !== undefined && saved.authorise !== undefined) await saved.authorise(caller, value);
    else await needs(...saved.roles, ...others)(caller);
    return saved;
  };

/** The same for looking at it. */
const mayRead = async (caller: Caller, { section: key }: { readonly section: string }): Promise<void> => {
  const reads = SAVED.get(key)?.reads;
  await (reads ? reads(caller) : mayChange('auditor')(caller, { section: key }));
};

/** @throws BAD_REQUEST */
function rowsOr(key: string) {
  const store = rowsOfSection(key);
  if (store === undefined) throw badRequest('The section is not one of many members.');
  return store;
}

export const sectionCalls = {
  /** What there is one of, as it is in force. */
  'settings.read': call({
    payload: v.object({ section }),
    answer: v.object({ ...revAnswer.entries, value: whole<object>() }),
    authorise: mayChange('auditor'),
    run: async ({ section: key }) => {
      const store = singletonOf(key);
      if (store === undefined) throw badRequest('There is more than one of this section.');
      return store.read();
    },
  }),

  /** Members of a section of many: a page of one of its lists, or some by their ids. Those that are not there are left out. */
  'settings.rows': call({
    payload: v.object({
      section,
      list: v.optional(v.pipe(v.string(), v.maxLength(40)), 'all'),
      ids: v.optional(v.pipe(v.array(id), v.maxLength(100))),
      cursor: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
    }),
    answer: rowsAnswer,
    authorise: mayRead,
    run: async ({ section: key, list, ids, cursor }, { now }) => {
      const store = rowsOr(key);
      const page = ids
        ? { docs: [...(await store.read(ids)).values()] }
        : await store.page(list, cursor, now);
      const rows = page.docs.map(({ schema: _, ...row }) => row);
      return { rows, ...('cursor' in page && { cursor: page.cursor }) };
    },
  }),

  /** CONFLICT when `rev` is not the stored one. */
  'settings.deleteRow': call({
    payload: v.object({ section, id, rev }),
    answer: v.object({}),
    authorise: mayChange(),
    run: async (wanted, caller) => {
      await rowsOr(wanted.section).remove(wanted.id, wanted.rev, caller);
      return {};
    },
  }),

  /** The section itself says what is wrong with the value: INVALID_DEFINITION. CONFLICT when `rev` is not the stored one. */
  'settings.save': call({
    payload: v.object({ section, value: whole<object>(), rev }),
    answer: revAnswer,
    authorise: mayChange(),
    run: async (wanted, caller, saved) => ({ rev: await saved.save(wanted.value, wanted.rev, caller) }),
  }),

  /**
   * Takes away a part of the definitions that nothing refers to; INVALID_DEFINITION names all that does. A metric that ever had a
   * cycle is retired: it keeps its name and its past, and `open` says what becomes of cycles under way.
   */
  'settings.delete': call({
    payload: v.object({
      version: rev,
      section: v.picklist(MEMBER_KEYS),
      id,
      open: v.optional(v.picklist(['finish', 'cancel']), 'finish'),
    }),
    answer: deletedAnswer,
    authorise: needs('slaManager'),
    run: (wanted, caller) => deleteMember(wanted, caller, namesUsing),
  }),
};
