/** What follows decisions, carried out through the ports a test gives, as the entry points do. */
import type { RequestPorts } from '../../src/requests/ports';
import { requestSteps, type StepPorts } from '../../src/requests/steps';
import type { Directory } from '../../src/work/notify/directory';
import { carryOut, type RunnerPorts } from '../../src/work/carry-out';

/** A runner over these ports; nothing looks again unless the test does. */
export const runnerOver = (ports: StepPorts): RunnerPorts => ({
  registry: { request: requestSteps(ports) },
  now: ports.now,
  schedule: async () => undefined,
});

/** The ports, with what follows carried out through them. */
export const carried = <P extends StepPorts>(ports: P): P & Pick<RequestPorts, 'carryOut'> => ({
  ...ports,
  carryOut: (row) => carryOut(row, runnerOver(ports)),
});

const unused = () => Promise.reject(new Error('This is not asked for here.'));

/** Everybody is active, may see everything, and hides their language. */
export const openDirectory: Directory = {
  people: async (ids) =>
    new Map(ids.map((id) => [id, { active: true, name: `Name of ${id}`, language: null }])),
  viewers: async (_key, ids) => new Set(ids),
  tellsViewers: async () => true,
  membersOfGroup: async () => [],
  actorsOfRole: async () => ({ users: [], groups: [] }),
};

/** Ports of which a test gives those it is about. */
export const stepPorts = (over: Partial<StepPorts> & Pick<StepPorts, 'now'>): StepPorts => ({
  createAsApp: unused,
  issueOfRequest: unused,
  createFields: unused,
  namesOf: async (ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
  directory: openDirectory,
  peopleGone: async () => new Map(),
  managerOf: async () => null,
  remindAt: async () => () => null,
  pause: async () => undefined,
  itemInVersion: unused,
  issuesNow: unused,
  recordApproval: unused,
  moveTo: unused,
  moveAsUser: unused,
  notice: unused,
  commentAsUser: unused,
  commentFor: unused,
  isCommented: async () => false,
  addWatcher: unused,
  ...over,
});
