/** The policy of the installation, and whether safe mode is on. */
import * as v from 'valibot';
import type { Editor } from '../../../kernel/audit';
import { conflict } from '../../../kernel/errors';
import { singleton } from '../../../work/singleton';
import type { SlaPolicy } from '../domain/policy/model';
import { DEFAULT_POLICY } from '../domain/policy/schema';
import { policy } from '../domain/sections';

export const policyStore = singleton(policy, {
  key: 'sla:policy',
  initial: DEFAULT_POLICY,
  changed: 'notifications',
  owned: { safeModeSince: v.optional(v.string()) },
});

/** The policy in force; the default one before the first save. */
export const readPolicy = async (): Promise<SlaPolicy> => (await policyStore.read()).value;

/** Switches safe mode on or off; one that is on stays so since it was. @throws CONFLICT when `rev` is not the stored one. */
export async function setSafeMode(
  on: boolean,
  rev: number,
  editor: Editor,
): Promise<{ readonly rev: number; readonly since?: string | undefined }> {
  const before = await policyStore.read();
  if (before.rev !== rev) throw conflict('notifications');
  const { safeModeSince, ...settings } = before.value;
  const since = on ? (safeModeSince ?? new Date(editor.now).toISOString()) : undefined;
  const next = await policyStore.write(
    { ...settings, ...(since && { safeModeSince: since }) },
    before,
    editor,
  );
  return { rev: next, since };
}
