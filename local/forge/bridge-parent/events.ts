/** Events between the frames of one page: `events.emit` and `events.on` of the SDK, and what the products emit. */
type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

/** Calls every listener of the event in every frame of this page. */
export function emitFrameEvent(event: string, payload?: unknown): void {
  for (const listener of [...(listeners.get(event) ?? [])]) listener(payload);
}

/** Listens until the answered function is called. */
export function onFrameEvent(event: string, listener: Listener): () => void {
  const set = listeners.get(event) ?? new Set();
  listeners.set(event, set.add(listener));
  return () => set.delete(listener);
}
