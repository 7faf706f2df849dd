/** The policy of the installation: one small document, changed under condition and with an audit entry. */
import { auditWrite } from '../../../platform/storage/audit';
import { readBlob } from '../../../platform/storage/blobs';
import { advanceSingleton } from '../../../platform/storage/documents';
import { transact } from '../../../platform/storage/transact';
import { conflict } from '../../../kernel/errors';
import { diffDocuments } from '../../../kernel/diff';
import type { Editor } from '../change-definitions';
import { DEFAULT_POLICY, type SlaPolicy } from '../domain/policy/model';
import { policySchema } from '../domain/policy/schema';

const KEY = 'sla:policy';
const SINGLETON = 'sla-policy';

/** The policy in force; the default one before the first save. */
export const readPolicy = async (): Promise<SlaPolicy> =>
  (await readBlob(KEY, policySchema)) ?? DEFAULT_POLICY;

/**
 * Saves the next version. Since when safe mode is on is the app's to say, not the caller's.
 * @throws CONFLICT when `version` is not the stored one.
 */
export async function savePolicy(
  wanted: Omit<SlaPolicy, 'safeModeSince'>,
  safeMode: boolean,
  editor: Editor,
): Promise<SlaPolicy> {
  const current = await readPolicy();
  if (current.version !== wanted.version) throw conflict('notifications');
  const at = new Date(editor.now).toISOString();
  const { safeModeSince: _theirs, ...settings }: SlaPolicy = wanted;
  const next: SlaPolicy = {
    ...settings,
    version: current.version + 1,
    ...(safeMode ? { safeModeSince: current.safeModeSince ?? at } : {}),
  };
  const outcome = await transact([
    advanceSingleton(SINGLETON, current.version),
    { kind: 'set', key: KEY, value: next },
    auditWrite({
      at,
      by: editor.accountId,
      action: 'sla.policy.saved',
      subject: 'policy:sla',
      changes: diffDocuments(withoutVersion(current), withoutVersion(next)),
    }),
  ]);
  if (outcome === 'conflict') throw conflict('notifications');
  return next;
}

const withoutVersion = ({ version: _version, ...rest }: SlaPolicy): object => rest;
