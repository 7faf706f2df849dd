import type { Counted } from '../../test/cost/read-units';
import { T0 } from '../../src/sla/testing/world';
import { eventCosts } from '../../test/cost/event-costs';
import { largeSite, SCREENS } from '../../test/cost/large-site';
import { storageDollars } from './prices';

/** Of a hundred calls, how many reach a process that has been asked before. */
const SHARES = [0, 50, 95] as const;

/** What events and screens cost of storage, per million, by how many of the processes that are asked have been asked before. */
export async function printStorage(): Promise<void> {
  const realNow = Date.now;
  Date.now = () => T0;
  try {
    print('storage, $ per million', [
      ...SHARES.map((share) => `${share} % warm`),
      'cold units',
      'warm units',
    ]);
    for (const { name, cold, warm } of await eventCosts()) printRow(name, cold, warm);
    const site = await largeSite(T0);
    for (const screen of SCREENS)
      printRow(screen, await site.cost(screen, 'cold'), await site.cost(screen, 'warm'));
  } finally {
    Date.now = realNow;
  }
}

function printRow(name: string, cold: Counted, warm: Counted): void {
  const [dear, cheap] = [storageDollars(cold), storageDollars(warm)];
  const prices = SHARES.map((share) => ((share * cheap + (100 - share) * dear) / 100).toFixed(2));
  print(name, [...prices, String(cold.units), String(warm.units)]);
}

const print = (name: string, cells: readonly string[]): void =>
  console.log([name.padEnd(30), ...cells.map((cell) => cell.padStart(12))].join(''));
