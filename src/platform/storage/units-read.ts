/** What this process has read of the storage, as Forge's rate limit counts it. */
const UNIT_BYTES = 10_000;

let units = 0;

/** Counts an answer of the storage: 10 KB a unit, at least one a request. Texts beyond Latin are a little more than counted. */
export function countRead(answer: unknown): void {
  units += Math.max(1, Math.ceil((JSON.stringify(answer) ?? '').length / UNIT_BYTES));
}

/** Units so far. A process serves one invocation at a time: the difference around one is what that has read. */
export const unitsRead = (): number => units;
