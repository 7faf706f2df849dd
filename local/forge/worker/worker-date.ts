import type { ClockReading } from './protocol';

/**
 * Puts the site's time in place of the machine's in this thread.
 * Answers a handle that sets it at the start of each invocation.
 */
export function installDate(): { readonly set: (reading: ClockReading) => void } {
  const MachineDate = Date;
  let reading: ClockReading = { now: MachineDate.now(), running: true };
  let takenAt = performance.now();
  const now = () => Math.floor(reading.now + (reading.running ? performance.now() - takenAt : 0));
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new MachineDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
  return {
    set: (next) => {
      reading = next;
      takenAt = performance.now();
    },
  };
}
