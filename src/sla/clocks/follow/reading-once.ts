/** What one event asks of Jira: once, however often it is decided about. */
import type { SlaDefinitions } from '../../engine/model';
import type { SlaRecord } from '../record/record';
import { newest } from './continuation';
import type { FullHistory, SlaPorts } from './ports';
import { baseOf } from './rebuild';

/** The history a decision about a record goes by; `null` when the issue is gone or hidden from the app. */
export type ReadOnce = (
  issueId: string,
  record: SlaRecord | null,
  definitions: SlaDefinitions,
) => Promise<FullHistory | null>;

/**
 * Reads an issue's history for all attempts of one event. It is read anew only where it can't serve: other definitions look
 * at other fields, and a record that has taken in later changes meanwhile must not be put back.
 */
export function readingOnce(ports: Pick<SlaPorts, 'readHistory'>): ReadOnce {
  let known: { readonly full: FullHistory | null; readonly version: number } | undefined;
  return async (issueId, record, definitions) => {
    if (known?.version === definitions.version && !isBehind(known.full, record)) return known.full;
    const full = await ports.readHistory(issueId, definitions, record?.comments);
    known = { full, version: definitions.version };
    return full;
  };
}

function isBehind(full: FullHistory | null, record: SlaRecord | null): boolean {
  if (full === null || record === null) return false;
  const { change, comment } = baseOf(full);
  return (
    newest(record, 'h', record.base.change) > change || newest(record, 'c', record.base.comment) > comment
  );
}
