/** What the settings read of the definitions, and the switch of safe mode. Definitions are saved by `sla.applyChange`. */
import * as v from 'valibot';
import { call, holds, needs } from '../../platform/identity/caller';
import { readStoredDefinitions } from './stored/definitions-store';
import { readDisplay } from './stored/display-store';
import { safeModeAnswer, settingsAnswer } from './domain/answers/definitions';
import { setSafeMode } from './stored/policy-store';
import { settingsOf } from './change-definitions';

export const definitionsCalls = {
  'sla.settings': call({
    payload: v.object({}),
    answer: settingsAnswer,
    authorise: needs('slaManager', 'auditor'),
    run: async (_, caller) => ({
      ...settingsOf(await readStoredDefinitions(), caller.now),
      languages: (await readDisplay()).languages,
      canEdit: holds(await caller.standing(), ['slaManager']),
    }),
  }),

  /** The app itself says since when it is on. CONFLICT when `rev` is not that of the stored policy. */
  'sla.setSafeMode': call({
    payload: v.object({ on: v.boolean(), rev: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    answer: safeModeAnswer,
    authorise: needs('slaManager'),
    run: ({ on, rev }, caller) => setSafeMode(on, rev, caller),
  }),
};
