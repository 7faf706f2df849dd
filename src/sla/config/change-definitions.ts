/** One change of the definitions: checked, versioned, audited. */
import { auditWrite } from '../../platform/storage/audit';
import { diffDocuments } from '../../shared/domain/diff';
import { AppFailure, conflict } from '../../shared/domain/errors';
import { readStoredDefinitions, writeDefinitions } from '../definitions-store';
import { TEST_CASE_FAILED, type ParsedDefinitions, type Problem } from '../domain';
import type { SlaDefinitions } from '../domain/model';
import { checkDefinitions } from './check-definitions';

export interface Editor {
  readonly accountId: string;
  readonly now: number;
}

export interface DefinitionsChange {
  /** The version the editor has read. */
  readonly version: number;
  /** Dotted, as in the audit: `sla.metric.saved`. */
  readonly action: string;
  /** `metric:delivery`; `definitions` for an import. */
  readonly subject: string;
  readonly subjectName: string;
  readonly apply: (current: SlaDefinitions) => SlaDefinitions;
}

export interface Changed {
  readonly definitions: SlaDefinitions;
  readonly problems: readonly Problem[];
}

/**
 * Stores the next version. An error elsewhere that was there before does not stand in the way; a new one does.
 * @throws CONFLICT when `version` is not the stored one; INVALID_DEFINITION with the problems as fields, red test cases
 * among them.
 */
export async function changeDefinitions(change: DefinitionsChange, editor: Editor): Promise<Changed> {
  const { definitions: current } = await readStoredDefinitions();
  if (current.version !== change.version) throw conflict('The SLA configuration');
  const next: SlaDefinitions = { ...change.apply(current), schema: 1, version: current.version + 1 };
  const problems = checkDefinitions(next, editor.now);
  refuseNewErrors(problems, checkDefinitions(current, editor.now), change.subject);
  await writeDefinitions(next, [
    auditWrite({
      at: new Date(editor.now).toISOString(),
      by: editor.accountId,
      action: change.action,
      subject: change.subject,
      subjectName: change.subjectName,
      changes: diffDocuments(contentOf(current), contentOf(next)),
    }),
  ]);
  return { definitions: next, problems };
}

const contentOf = ({ calendars, holidaySets, metrics, agreements }: SlaDefinitions): object => ({
  calendars,
  holidaySets,
  metrics,
  agreements,
});

const nameOf = ({ code, subject, path }: Problem): string => `${code}|${subject}|${path}`;

/** Test cases of what is being saved must be green, however long they have been red. */
function refuseNewErrors(after: readonly Problem[], before: readonly Problem[], subject: string): void {
  const blocking = ({ code, subject: of }: Problem) => code === TEST_CASE_FAILED && of === subject;
  const known = new Set(before.filter((problem) => !blocking(problem)).map(nameOf));
  const errors = after.filter((problem) => problem.severity === 'error' && !known.has(nameOf(problem)));
  if (errors.length > 0) throw invalidDefinition(errors);
}

/** What is wrong, field by field, with how to mend it. */
export const invalidDefinition = (problems: readonly Problem[]): AppFailure =>
  new AppFailure('INVALID_DEFINITION', problems[0]?.message ?? 'The definition is not valid.', {
    fields: problems.map(({ code, subject, path, message, howToMend }) => ({
      field: path === '' ? subject : `${subject}.${path}`,
      code,
      params: { howToMend },
      message: `${message} ${howToMend}`,
    })),
  });

/** What the settings screen shows: what parses, and what is wrong with the rest. */
export function settingsOf({ definitions, problems }: ParsedDefinitions, now: number): Changed {
  return { definitions, problems: [...problems, ...checkDefinitions(definitions, now)] };
}
