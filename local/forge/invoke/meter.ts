import type { RestCall } from './record';

const UNIT_BYTES = 10 * 1024;
const MAX_LOG_LINES = 1000;
const MAX_LOG_BYTES = 200 * 1024;

/** Counts what one invocation uses. */
export class Meter {
  storage = { calls: 0, reads: 0, writes: 0, readBytes: 0, writtenBytes: 0, readUnits: 0, writeUnits: 0 };
  queuePushes = 0;
  readonly rest: RestCall[] = [];
  readonly log: string[] = [];
  private logBytes = 0;

  countStorage(readBytes: number, writtenBytes: number, wrote: boolean): void {
    const s = this.storage;
    this.storage = {
      calls: s.calls + 1,
      reads: s.reads + (wrote ? 0 : 1),
      writes: s.writes + (wrote ? 1 : 0),
      readBytes: s.readBytes + readBytes,
      writtenBytes: s.writtenBytes + writtenBytes,
      readUnits: s.readUnits + Math.ceil(readBytes / UNIT_BYTES),
      writeUnits: s.writeUnits + Math.ceil(writtenBytes / UNIT_BYTES),
    };
  }

  /** Keeps a line unless the platform would have cut the log here. */
  write(line: string): void {
    if (this.log.length >= MAX_LOG_LINES || this.logBytes >= MAX_LOG_BYTES) return;
    this.logBytes += Buffer.byteLength(line);
    this.log.push(line);
  }
}
