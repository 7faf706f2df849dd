/** Restores the demo: asks a running site to start over, or throws its state away so that the next start makes it anew. */
import { rmSync } from 'node:fs';
import process from 'node:process';

const at = process.argv.indexOf('--port');
const port = at === -1 ? '8080' : process.argv[at + 1];

try {
  const answer = await fetch(`http://127.0.0.1:${port}/__local/reset`, { method: 'POST' });
  if (!answer.ok) throw new Error(`The site at port ${port} refused: ${await answer.text()}`);
  console.log('The running site has the demo again.');
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`.local/site.db${suffix}`, { force: true });
  console.log('Nothing runs; the state is gone. The next npm start makes the demo anew.');
}
