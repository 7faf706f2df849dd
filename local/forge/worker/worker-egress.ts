import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import net from 'node:net';

/** The header of an answer to a plain `fetch` that the platform does not let out. */
export const BLOCKED = 'x-egress-blocked';

/** The app declares no egress, so nothing in this thread may open a socket or start a process: `fetch` asks the host. */
export function forbidEgress(): void {
  const refuse = (): never => {
    throw new Error('Egress is blocked: the manifest declares no external permissions.');
  };
  net.Socket.prototype.connect = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.send = refuse;
  for (const name of [
    'spawn',
    'spawnSync',
    'exec',
    'execSync',
    'execFile',
    'execFileSync',
    'fork',
  ] as const) {
    Object.assign(childProcess, { [name]: refuse });
  }
}
