/** Sections that are saved at once: what follows from a change of theirs concerns no clock. */
import type { Editor } from '../../kernel/audit';
import type { Role } from '../../kernel/names';
import { catalogStanding, fieldSetStore, mayChange, saveMember, setupsStore } from '../../catalog';
import type { Caller } from '../../platform/identity/caller';
import { STRUCTURE_SECTIONS } from '../../catalog/domain/sections';
import { peopleStore } from '../../people';
import { displayStore, policyStore } from '../../sla';

interface Saved {
  readonly roles: readonly [Role, ...Role[]];
  /** Who may look at it, in the place of the roles. @throws FORBIDDEN */
  readonly reads?: (caller: Caller) => Promise<unknown>;
  /** Who may save this value, in the place of the roles. @throws FORBIDDEN */
  readonly authorise?: (caller: Caller, value: object) => Promise<void>;
  /** Answers the next revision. @throws INVALID_DEFINITION; CONFLICT when `rev` is not the stored one. */
  readonly save: (input: object, rev: number, editor: Editor) => Promise<number>;
}

const SINGLETONS = [displayStore, policyStore, setupsStore] as const;

/** What there is one of, by its section. */
export const singletonOf = (key: string) => SINGLETONS.find(({ section }) => section.key === key);

/** Sections of many members, each stored by itself. */
export const ROWS = [peopleStore, fieldSetStore] as const;

export const rowsOfSection = (key: string) => ROWS.find(({ section }) => section.key === key);

export const SAVED: ReadonlyMap<string, Saved> = new Map([
  ...[...SINGLETONS, ...ROWS].map(({ section, save }): [string, Saved] => [
    section.key,
    // Whoever edits some item may put the questions of a set into it.
    { roles: section.roles, save, ...(section.key === 'fieldSet' && { reads: catalogStanding }) },
  ]),
  ...STRUCTURE_SECTIONS.map((section): [string, Saved] => [
    section.key,
    {
      roles: section.roles,
      authorise: (caller, value) => mayChange(caller, section.key, value),
      save: (input, rev, editor) => saveMember(section, input, rev, editor),
    },
  ]),
]);
