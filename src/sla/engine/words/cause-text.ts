import type { EventCause } from '../model';
import { conditionText } from './condition-text';
import { valueName, type Words } from './names';
import { reasonText } from './reason-text';
import { triggerText } from './trigger-text';

/** Why something happened: the trigger, the pause and its condition, a rule of the engine, or people's own reason. */
export const ruleText = (cause: EventCause, words: Words): string => {
  if ('trigger' in cause) return triggerText(cause.trigger, words);
  if ('rule' in cause) return words.say(`sla.cause.rule.${cause.rule}`);
  if ('reason' in cause) return cause.reason;
  const reason = reasonText(cause.pause, words);
  if (cause.issueId !== undefined) return `${reason}: ${valueName('issue', cause.issueId, words)}`;
  return cause.when ? `${reason}: ${conditionText(cause.when, words)}` : reason;
};
