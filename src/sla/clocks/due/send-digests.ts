/** Whoever would hear of many issues gets one message: noted, with what it tells of, before it is sent (ADR 0012). */
import { groupBy } from '../../../kernel/group-by';
import { log } from '../../../platform/log';
import { ofUnit } from '../../../work/notify/addressees';
import { peopleOf } from '../../../work/notify/directory';
import { languagesOf } from '../../../work/notify/languages';
import { byUrgency, DIGEST_OVER, type DigestEntry, digestMessage, issuesIn } from '../escalation/digest';
import type { EscalationPorts } from '../escalation/ports';
import { type Acting, digestId, toldKey } from './attempt';

/** A message that is to be told now. */
export interface Ready {
  readonly acting: Omit<Acting, 'told'>;
  readonly entry: DigestEntry;
  readonly units: ReadonlySet<string>;
}

/** Sends the digests there are to send; answers by message whom they tell of it. */
export async function sendDigests(
  ready: readonly Ready[],
  actors: EscalationPorts,
  run: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const told = new Map<string, Set<string>>();
  const pairs = ready.flatMap(({ entry, units }) => [...units].map((unit) => ({ unit, entry })));
  for (const [unit, those] of groupBy(pairs, (pair) => pair.unit)) {
    const entries = those.map(({ entry }) => entry);
    const id = digestId(run, unit);
    const keys = entries.map(keyIn);
    let covered = await actors.digest(id);
    if (covered === null && issuesIn(entries) > DIGEST_OVER && (await actors.noteDigest(id, keys))) {
      await sendDigest(unit, entries, actors);
      covered = keys;
    }
    for (const key of covered ?? []) told.set(key, (told.get(key) ?? new Set()).add(unit));
  }
  return told;
}

const keyIn = ({ key, issueId }: DigestEntry): string => toldKey(key, issueId);

/** It is noted as sent: where Jira does not confirm that it was, that is shown, and nobody is told twice. */
async function sendDigest(
  unit: string,
  entries: readonly DigestEntry[],
  actors: EscalationPorts,
): Promise<void> {
  const [first] = byUrgency(entries);
  if (first === undefined) return;
  const { issueId, issueKey, metric, level } = first;
  const to = ofUnit(unit);
  try {
    const languages = languagesOf(to, await peopleOf(to.users, actors), metric.name);
    const { subject, text } = digestMessage(entries, languages, await actors.site());
    await actors.notify(issueId, to, subject, text);
  } catch (error) {
    log.error('digest.unconfirmed', error, { issueId });
    const [metricId, action] = [metric.id, 'notify'];
    await actors.complain({ code: 'mailUnconfirmed', issueKey, metricId, level: level.name, action });
  }
}
