/** What storing members of sections has in common, however their group is stored. */
import type { Editor } from '../kernel/audit';
import type { Difference } from '../kernel/diff';
import { AppFailure, screenOutdated } from '../kernel/errors';
import type { Finding } from '../kernel/finding';
import { exported, parsed, type Section, whoseOf } from '../kernel/section';
import { unreadPath } from '../kernel/unread';
import { auditWrite } from '../platform/storage/audit';
import type { Write } from '../platform/storage/transact';

/** A refused definition, with everything wrong with it. */
export const invalidDefinition = (findings: readonly Finding[]): AppFailure =>
  new AppFailure('INVALID_DEFINITION', `Refused: ${findings.map(({ code }) => code).join(', ')}`, {
    fields: findings,
  });

/**
 * What a screen sends, as its section lets it through; what the app alone sets is left out.
 * @throws INVALID_DEFINITION; SCREEN_OUTDATED for what the section does not know.
 */
export function parsedOrRefused<T extends object>(section: Section<T>, input: object): T {
  const read = parsed(section, input);
  if ('findings' in read) throw invalidDefinition(read.findings);
  const unread = unreadPath(exported(section, input), read.value);
  if (unread !== null) throw screenOutdated({ unread });
  return read.value;
}

/** The audit's entry of a deed, `sla.holidaySet.saved`, to be stored with it or not at all. */
export function auditOf<T extends object>(
  section: Section<T>,
  deed: string,
  value: T,
  changes: readonly Difference[],
  { accountId, now }: Editor,
): Write {
  const subjectName = section.nameOf?.(value);
  return auditWrite({
    at: new Date(now).toISOString(),
    by: accountId,
    action: `${section.subject}.${section.key}.${deed}`,
    subject: whoseOf(section, value),
    ...(subjectName && { subjectName }),
    changes,
  });
}
