import type { EventCause } from '../model';
import { reasonText } from './explain-texts';
import { conditionText, type TextOptions, valueName } from './names';
import { triggerText } from './trigger-text';

/** Why something happened: the trigger, the pause and its condition, a rule of the engine, or people's own reason. */
export const ruleText = (cause: EventCause, options: TextOptions): string => {
  if ('trigger' in cause) return triggerText(cause.trigger, options);
  if ('rule' in cause) return options.say(`sla.cause.rule.${cause.rule}`);
  if ('reason' in cause) return cause.reason;
  const reason = reasonText(cause.pause, options.locale);
  if (cause.issueId !== undefined) return `${reason}: ${valueName('issue', cause.issueId, options.names)}`;
  return cause.when ? `${reason}: ${conditionText(cause.when, options)}` : reason;
};
