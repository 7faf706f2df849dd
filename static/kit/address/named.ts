/** The name a part of an address stands for. A broken percent sign in a hand-typed address is taken as it stands. */
export function named(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
