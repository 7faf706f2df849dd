/** What the settings ask of definitions and policy. Definitions are saved by `sla.applyChange`; what is here takes them away. */
import * as v from 'valibot';
import { call, holds, needs } from '../../platform/identity/caller';
import { readStoredDefinitions } from './stored/definitions-store';
import { agentsSchema } from './domain/rules/agents-schema';
import { changedAnswer, policyAnswer, policySavedAnswer, settingsAnswer } from './domain/answers/definitions';
import { displaySchema } from './domain/display/schema';
import { policySchema } from './domain/policy/schema';
import { readPolicy, savePolicy } from './stored/policy-store';
import { saveAgents } from './agents';
import { deleteAgreement } from './agreements';
import { settingsOf } from './change-definitions';
import { saveDisplay } from './display';
import { deleteHolidaySet } from './holiday-sets';
import { deleteCalendar } from './save';

const nothing = v.object({});
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** CONFLICT when `version` is not the stored one. A deletion is refused while something uses the member, with the list. */
export const definitionsCalls = {
  'sla.policy': call({
    payload: nothing,
    answer: policyAnswer,
    authorise: needs('slaManager', 'auditor'),
    run: async (_, caller) => ({
      policy: await readPolicy(),
      canEdit: holds(await caller.standing(), ['slaManager']),
    }),
  }),

  /** The app itself says since when safe mode is on. */
  'sla.savePolicy': call({
    payload: v.object({ policy: policySchema, safeMode: v.boolean() }),
    answer: policySavedAnswer,
    authorise: needs('slaManager'),
    run: async ({ policy, safeMode }, caller) => ({ policy: await savePolicy(policy, safeMode, caller) }),
  }),

  'sla.settings': call({
    payload: nothing,
    answer: settingsAnswer,
    authorise: needs('slaManager', 'auditor'),
    run: async (_, caller) => ({
      ...settingsOf(await readStoredDefinitions(), caller.now),
      canEdit: holds(await caller.standing(), ['slaManager']),
    }),
  }),

  /** Who counts as an agent. Open records follow in the background. */
  'sla.saveAgents': call({
    payload: v.object({ version, agents: agentsSchema }),
    answer: changedAnswer,
    authorise: needs('slaManager'),
    run: ({ version, agents }, caller) => saveAgents(version, agents, caller),
  }),

  /** How clocks are shown. */
  'sla.saveDisplay': call({
    payload: v.object({ version, display: displaySchema }),
    answer: changedAnswer,
    authorise: needs('slaManager'),
    run: ({ version, display }, caller) => saveDisplay(version, display, caller),
  }),

  'sla.deleteCalendar': call({
    payload: v.object({ version, calendarId: id }),
    answer: changedAnswer,
    authorise: needs('slaManager'),
    run: ({ version, calendarId }, caller) => deleteCalendar(version, calendarId, caller),
  }),

  'sla.deleteAgreement': call({
    payload: v.object({ version, agreementId: id }),
    answer: changedAnswer,
    authorise: needs('slaManager'),
    run: ({ version, agreementId }, caller) => deleteAgreement(version, agreementId, caller),
  }),

  'sla.deleteHolidaySet': call({
    payload: v.object({ version, holidaySetId: id }),
    answer: changedAnswer,
    authorise: needs('slaManager'),
    run: ({ version, holidaySetId }, caller) => deleteHolidaySet(version, holidaySetId, caller),
  }),
};
