/** One message about many issues. */
import type { Language } from '../../../kernel/text';
import { sayer } from '../../../kernel/words';
import type { Cycle, EscalationLevel, MetricResult } from '../../engine/model';
import { ESCALATION } from '../../words/escalation';
import { escalationSentence } from './message';

/** More issues than this for one recipient in one run are told in one message. */
export const DIGEST_OVER = 5;
/** A mail longer than this is not read. */
const MOST_LINES = 100;

export interface DigestEntry {
  readonly key: string;
  readonly issueId: string;
  readonly issueKey: string;
  readonly metric: MetricResult;
  readonly cycle: Cycle;
  readonly level: EscalationLevel;
}

/** Breached first, then the soonest due. */
const urgency = ({ cycle }: DigestEntry): number => cycle.breachTime ?? cycle.dueTime ?? Infinity;

/** Most urgent first: the message is sent through the first one's issue. */
export const byUrgency = (entries: readonly DigestEntry[]): readonly DigestEntry[] =>
  entries.toSorted((a, b) => Number(b.cycle.breached) - Number(a.cycle.breached) || urgency(a) - urgency(b));

export const issuesIn = (entries: readonly DigestEntry[]): number =>
  new Set(entries.map(({ issueId }) => issueId)).size;

/** Subject and text of a digest; `site` is the address of the site, for links. */
export function digestMessage(
  entries: readonly DigestEntry[],
  languages: readonly Language[],
  site: string,
): { readonly subject: string; readonly text: string } {
  const sorted = byUrgency(entries);
  const more = sorted.length - MOST_LINES;
  const parts = languages.map((locale) => {
    const say = sayer(ESCALATION, locale);
    const lines = sorted
      .slice(0, MOST_LINES)
      .map((entry) => `• ${escalationSentence(entry, locale)} ${site}/browse/${entry.issueKey}`);
    const subject = say('escalation.digest', { count: issuesIn(entries) });
    return { subject, lines: [...lines, ...(more > 0 ? [say('escalation.more', { count: more })] : [])] };
  });
  return {
    subject: [...new Set(parts.map(({ subject }) => subject))].join(' / '),
    text: [...new Set(parts.map(({ subject, lines }) => [subject, ...lines].join('\n')))].join('\n\n'),
  };
}
