/** What is read of the storage while a person's call is carried out, in units of 10 KB as Forge's rate limit counts. */
export const meter = { watched: 0, units: 0 };

/** Counts an answer of the storage, at least one unit a request; nothing where nobody pays for it. */
export function countRead(answer: unknown): void {
  if (meter.watched === 0) return;
  meter.units += Math.max(1, Math.ceil((JSON.stringify(answer) ?? '').length / 10_000));
}
