/** Parts of an editor that are on the screen, by their path. Their list is another one whenever a part comes or goes. */
export class FindingPlaces {
  readonly #parts = new Map<string, HTMLElement>();
  readonly #listeners = new Set<() => void>();
  #paths: readonly string[] = [];

  readonly enter = (path: string, part: HTMLElement): (() => void) => {
    this.#parts.set(path, part);
    this.#changed();
    return () => {
      if (this.#parts.get(path) === part) this.#parts.delete(path);
      this.#changed();
    };
  };

  readonly paths = (): readonly string[] => this.#paths;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  part(path: string): HTMLElement | undefined {
    return this.#parts.get(path);
  }

  #changed(): void {
    this.#paths = [...this.#parts.keys()];
    for (const listener of [...this.#listeners]) listener();
  }
}
