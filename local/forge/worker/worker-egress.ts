import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import net from 'node:net';

/** The app declares no egress, so nothing in this thread may open a socket or start a process. */
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
  globalThis.fetch = async () => refuse();
}
