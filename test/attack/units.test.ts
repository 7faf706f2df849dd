/**
 * What every call of the contract reads, in units of 10 KB as Forge's rate limit counts them: each request rounded up, an
 * absent key one, queries by whole rows. On the demo's catalog (about forty items) and the demo's definitions, with two
 * people's requests; once by a process that has kept nothing, and once by one that has been asked before.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { unitsOf } from '../../src/entry/resolvers/units';
import { dropCached } from '../../src/work/cache';
import { PEOPLE, type Person } from './support/people';
import { type CallName, ROWS } from './support/rows';
import { openScene, type Scene } from './support/scene';

const CALLS = Object.keys(ROWS) as readonly CallName[];
/** What a process that has kept nothing reads beyond that: the definitions, and what is composed of the catalog. */
const MOST_COLD = 10;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 120_000);
afterAll(() => scene.close());

/** Somebody who is let in, with what belongs to the requester. */
function whoMay(name: CallName): Person {
  const refused = ['FORBIDDEN', 'NOT_FOUND', 'JIRA_REFUSED'];
  const { answer } = ROWS[name];
  return PEOPLE.find((person) => !refused.includes(answer(person, 'requester'))) ?? 'requester';
}

async function unitsRead(name: CallName): Promise<number> {
  await scene.call(whoMay(name), name, ROWS[name].payload(scene, 'requester'));
  const [record] = scene.site.host.invocations.list(1);
  return record?.storage.readUnits ?? 0;
}

it.each(CALLS)('%s keeps to its budget', async (name) => {
  dropCached();
  const cold = await unitsRead(name);
  const warm = await unitsRead(name);
  const budget = unitsOf(name);
  expect(warm).toBeLessThanOrEqual(budget);
  expect(cold).toBeLessThanOrEqual(budget + MOST_COLD);
});
