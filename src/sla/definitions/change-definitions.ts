/** One change of the definitions: checked, versioned, audited. */
import { auditWrite } from '../../platform/storage/audit';
import type { Write } from '../../platform/storage/transact';
import type { Editor } from '../../kernel/audit';
import { diffDocuments, type Difference } from '../../kernel/diff';
import { conflict } from '../../kernel/errors';
import { newErrors } from '../../kernel/section';
import type { LocalizedText } from '../../kernel/text';
import { invalidDefinition } from '../../work/sections';
import { changeWrites, readChanges, type StoredChange } from './stored/changes';
import { readStoredDefinitions, writeDefinitions } from './stored/definitions-store';
import { TEST_CASE_FAILED, type ParsedDefinitions, type Problem } from './domain';
import { DEFAULT_AGENTS } from '../engine/model/agents';
import type { SlaDefinitions } from '../engine/model';
import { checkDefinitions } from './check-definitions';
import { type Effect, withPast } from './with-past';

export interface DefinitionsChange {
  /** The version the editor has read. */
  readonly version: number;
  /** Dotted, as in the audit: `sla.metric.saved`. */
  readonly action: string;
  /** `metric:delivery`; `definitions` for an import. */
  readonly subject: string;
  readonly subjectName?: LocalizedText;
  readonly apply: (current: SlaDefinitions) => SlaDefinitions;
  readonly effect: Effect | 'asItIs';
}

/** Saving one member: what it is called in the audit and what it does, before anything is said of version and scope. */
export type MemberSave = Omit<DefinitionsChange, 'version' | 'effect'>;

export interface Changed {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Problem[];
}

/** A change that was checked and can be stored. */
export interface PlannedChange {
  readonly change: DefinitionsChange;
  readonly current: SlaDefinitions;
  readonly next: SlaDefinitions;
  readonly problems: readonly Problem[];
  readonly differences: readonly Difference[];
}

/**
 * What a change would store. An error elsewhere that was there before does not stand in the way; a new one does.
 * @throws CONFLICT when `version` is not the stored one; INVALID_DEFINITION with the problems as fields, red test cases
 * among them.
 */
export async function planChange(change: DefinitionsChange, editor: Editor): Promise<PlannedChange> {
  const { definitions: current } = await readStoredDefinitions();
  if (current.version !== change.version) throw conflict('slaSettings');
  const applied: SlaDefinitions = { ...change.apply(current), schema: 1, version: current.version + 1 };
  const { effect } = change;
  const next = effect === 'asItIs' ? asItIs(applied) : withPast(current, applied, effect);
  const problems = checkDefinitions(next, editor.now);
  refuseNewErrors(problems, checkDefinitions(current, editor.now), change.subject);
  return { change, current, next, problems, differences: diffDocuments(contentOf(current), contentOf(next)) };
}

/** States of the versions in between were made by other rules. */
const asItIs = ({ sameSince: _since, ...former }: SlaDefinitions): SlaDefinitions => former;

interface Storing {
  /** What the history tells beyond who, when and what. */
  readonly details?: Partial<StoredChange>;
  /** Stored with it, or not at all. */
  readonly alongside?: readonly Write[];
}

/** Stores a planned change with its audit entry and its place in the history. @throws CONFLICT */
export async function storeChange(
  { change, next, differences }: PlannedChange,
  editor: Editor,
  { details = {}, alongside = [] }: Storing = {},
): Promise<void> {
  const { action, subject, subjectName } = change;
  const told = { by: editor.accountId, action, subject, ...(subjectName && { subjectName }) };
  const { scope, undoes } = details;
  const entry: StoredChange = { ...told, version: next.version, at: editor.now, differences, ...details };
  await writeDefinitions(next, [
    auditWrite({
      ...told,
      at: new Date(editor.now).toISOString(),
      changes: differences,
      ...(scope !== undefined && { scope }),
      ...(undoes !== undefined && { undoes }),
    }),
    ...changeWrites(await readChanges(), entry),
    ...alongside,
  ]);
}

/**
 * Plans and stores in one: cycles under way are measured again, finished ones stay as they are.
 * @throws CONFLICT, INVALID_DEFINITION
 */
export async function changeDefinitions(
  change: Omit<DefinitionsChange, 'effect'>,
  editor: Editor,
): Promise<Changed> {
  const effect: Effect = { scope: 'replay', from: editor.now };
  const planned = await planChange({ ...change, effect }, editor);
  const measured = planned.next.former?.at(-1)?.version === planned.current.version;
  await storeChange(planned, editor, measured ? { details: { scope: effect.scope } } : {});
  return { definitions: planned.next, problems: planned.problems };
}

const contentOf = ({ calendars, holidaySets, metrics, agreements, agents }: SlaDefinitions): object => ({
  calendars,
  holidaySets,
  metrics,
  agreements,
  agents: agents ?? DEFAULT_AGENTS,
});

/** Test cases of what is being saved must be green, however long they have been red. */
function refuseNewErrors(after: readonly Problem[], before: readonly Problem[], subject: string): void {
  const blocking = ({ code, whose }: Problem) => code === TEST_CASE_FAILED && whose === subject;
  const errors = newErrors(
    after,
    before.filter((problem) => !blocking(problem)),
  );
  if (errors.length > 0) throw invalidDefinition(errors);
}

/** What the settings screen shows: what parses, and what is wrong with the rest. */
export function settingsOf({ definitions, problems }: ParsedDefinitions, now: number): Changed {
  return { definitions, problems: [...problems, ...checkDefinitions(definitions, now)] };
}
