import path from 'node:path';
import { seedDemo, seedPeople } from '../../local/demo';
import { createSite } from '../../local/server';

/** A Monday morning in Berlin, with the demo company's last ninety days behind it. */
const START = '2026-11-23T08:30:00.000Z';

/** The site the browser tests drive, with the demo company or empty: in memory, its clock standing until a test moves it. */
async function main(): Promise<void> {
  const empty = process.env['SITE_EMPTY'] !== undefined;
  const site = await createSite({
    dir: path.resolve(__dirname, empty ? '../../.local/browser-empty' : '../../.local/browser-site'),
    inMemory: true,
    realTime: false,
    startAt: process.env['SITE_START'] ?? START,
    seed: empty ? seedPeople : seedDemo,
  });
  console.log(`READY ${site.url}`);
  process.once('SIGTERM', () => void site.close().then(() => process.exit(0)));
}

void main();
