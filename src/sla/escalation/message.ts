/** The sentences of an escalation: deterministic, readable without the app. */
import type { Locale } from '../../kernel/names';
import type { Cycle, EscalationLevel, LocalizedText, MetricResult } from '../domain/model';

export interface EscalationMessage {
  readonly metric: Pick<MetricResult, 'name'>;
  readonly cycle: Pick<Cycle, 'dueTime' | 'zone' | 'goal' | 'breachTime'>;
  readonly level: Pick<EscalationLevel, 'at' | 'name'>;
  readonly issueKey: string;
}

/** `Thu 4 Jun 2026, 16:00 (Europe/Berlin)`: the wall clock of the calendar, whose zone is named. */
export const wallClock = (instant: number, zone: string, locale: Locale = 'en'): string => {
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

export const nameIn = (name: LocalizedText, locale: Locale): string =>
  locale === 'ru' ? (name.ru ?? name.en) : name.en;

/** What happened or is about to: `Delivery of IT-7 is due Thu 4 Jun 2026, 16:00 (Europe/Berlin) …`. */
export const escalationSentence = (message: EscalationMessage, locale: Locale = 'en'): string => {
  const { metric, cycle, level, issueKey } = message;
  const name = nameIn(metric.name, locale);
  const { breachTime, dueTime, zone } = cycle;
  const when = (instant: number): string => wallClock(instant, zone, locale);
  if (locale === 'ru') {
    const goal = `цель «${cycle.goal.name}», ${level.name}`;
    if (breachTime !== undefined) return `${issueKey}, «${name}»: срок истёк ${when(breachTime)} (${goal}).`;
    if (dueTime === undefined) return `${issueKey}, «${name}»: требуется внимание (${goal}).`;
    return `${issueKey}, «${name}»: срок — ${when(dueTime)} (${goal}).`;
  }
  const goal = `goal “${cycle.goal.name}”, ${level.name}`;
  if (breachTime !== undefined)
    return `${name} of ${issueKey} was due ${when(breachTime)} and is late (${goal}).`;
  if (dueTime === undefined) return `${name} of ${issueKey} needs attention (${goal}).`;
  return `${name} of ${issueKey} is due ${when(dueTime)} (${goal}).`;
};

/**
 * The languages a message is written in: those its readers are known to use, English first. Where Jira does not tell,
 * both on a site whose promises are named in both, else English.
 */
export const languagesFor = (known: readonly (Locale | null)[], name: LocalizedText): readonly Locale[] => {
  const spoken = new Set(known.filter((locale) => locale !== null));
  if (known.length === 0 || known.includes(null)) {
    spoken.add('en');
    if (name.ru !== undefined) spoken.add('ru');
  }
  return (['en', 'ru'] as const).filter((locale) => spoken.has(locale));
};

/** A text of the level's own, or the sentence, in each of the languages. */
export const messageText = (
  own: LocalizedText | undefined,
  message: EscalationMessage,
  languages: readonly Locale[],
): string =>
  [
    ...new Set(
      languages.map((locale) =>
        own === undefined ? escalationSentence(message, locale) : nameIn(own, locale),
      ),
    ),
  ].join('\n');
