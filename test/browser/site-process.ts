import path from 'node:path';
import { seedDemo } from '../../local/demo';
import { createSite } from '../../local/server';

/** A Monday morning in Berlin, with the demo company's last ninety days behind it. */
const START = '2026-11-23T08:30:00.000Z';

/** The site the browser tests drive: in memory, its clock standing until a test moves it. */
async function main(): Promise<void> {
  const site = await createSite({
    dir: path.resolve(__dirname, '../../.local/browser-site'),
    inMemory: true,
    realTime: false,
    startAt: process.env['SITE_START'] ?? START,
    seed: seedDemo,
  });
  console.log(`READY ${site.url}`);
  process.once('SIGTERM', () => void site.close().then(() => process.exit(0)));
}

void main();
