import type { ClockReading } from './protocol';

export interface TakenReading extends ClockReading {
  /** When it was taken, by `performance.now()` of this thread. */
  readonly takenAt: number;
}

/**
 * Puts the time of the invocation that asks in place of the machine's. What is left over of an earlier invocation goes on
 * by its own: the next one may be another site's.
 */
export function installDate(readingOf: () => TakenReading | undefined): void {
  const MachineDate = Date;
  const now = () => {
    const reading = readingOf();
    if (reading === undefined) return MachineDate.now();
    return Math.floor(reading.now + (reading.running ? performance.now() - reading.takenAt : 0));
  };
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new MachineDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
}
