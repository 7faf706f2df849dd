/** The sentences of an escalation: deterministic, readable without the app. */
import { type Language, textIn } from '../../../kernel/text';
import { sayer } from '../../../kernel/words';
import type { Said } from '../../../work/notify/languages';
import type { Cycle, EscalationLevel, LocalizedText, MetricResult } from '../../engine/model';
import { ESCALATION } from '../../words/escalation';

export interface EscalationMessage {
  readonly metric: Pick<MetricResult, 'name'>;
  readonly cycle: Pick<Cycle, 'dueTime' | 'zone' | 'goal' | 'breachTime'>;
  readonly level: Pick<EscalationLevel, 'at' | 'name'>;
  readonly issueKey: string;
}

/** `Thu 4 Jun 2026, 16:00 (Europe/Berlin)`: the wall clock of the calendar, whose zone is named. */
export const wallClock = (instant: number, zone: string, locale: Language = 'en'): string => {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['weekday']} ${parts['day']} ${parts['month']} ${parts['year']}, ${parts['hour']}:${parts['minute']} (${zone})`;
};

/** What happened or is about to: `Delivery of IT-7 is due Thu 4 Jun 2026, 16:00 (Europe/Berlin) …`. */
export const escalationSentence = (message: EscalationMessage, locale: Language = 'en'): string => {
  const { metric, cycle, level, issueKey } = message;
  const { breachTime, dueTime, zone, goal } = cycle;
  const say = sayer(ESCALATION, locale);
  const what = {
    name: textIn(metric.name, locale),
    issue: issueKey,
    goal: goal.name,
    level: level.name,
  };
  if (breachTime !== undefined)
    return say('escalation.late', { ...what, when: wallClock(breachTime, zone, locale) });
  if (dueTime === undefined) return say('escalation.attention', what);
  return say('escalation.due', { ...what, when: wallClock(dueTime, zone, locale) });
};

/** What a message says: a text of the level's own, or the sentence. */
export const saidOf = (own: LocalizedText | undefined, message: EscalationMessage): Said => ({
  name: message.metric.name,
  say: (locale) => (own === undefined ? escalationSentence(message, locale) : textIn(own, locale)),
});
