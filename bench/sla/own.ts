import { compileCalendar } from '../../src/sla/engine';
import type { Peer } from './peer';

const SPAN = { from: Date.UTC(2014, 0, 1), to: Date.UTC(2030, 0, 1) };

export const own: Peer = {
  name: 'pledge',
  bind: (definition) => {
    const calendar = compileCalendar(definition, [], SPAN);
    return {
      between: (from, to) => calendar.workingMs(from, to),
      add: (from, ms) => calendar.addWorking(from, ms),
    };
  },
};
