interface Unsaved {
  readonly within: string;
  /** Saves it now where it saves itself; answers whether it is saved. */
  readonly save: () => Promise<boolean>;
}

/** Knows what is not saved, and asks before somebody leaves it: only of what does not save itself. */
export class Guard {
  readonly #unsaved = new Set<Unsaved>();
  readonly #listeners = new Set<() => void>();
  #answer: ((leaves: boolean) => void) | null = null;

  /** Something is not saved that lives in a path and what is below it, until the answer is called. */
  watch(within: string, save: () => Promise<boolean>): () => void {
    const unsaved = { within, save };
    this.#unsaved.add(unsaved);
    return () => this.#unsaved.delete(unsaved);
  }

  /** Whether the screen may go to a path: at once where nothing is lost, else once it is saved or somebody has said so. */
  ask(to: string): true | Promise<boolean> {
    const left = [...this.#unsaved].filter(({ within }) => !isInside(to, within));
    if (left.length === 0) return true;
    this.answer(false);
    return this.#saveOrAsk(left);
  }

  async #saveOrAsk(left: readonly Unsaved[]): Promise<boolean> {
    const saved = await Promise.all(left.map(({ save }) => save()));
    return saved.every(Boolean) || new Promise((resolve) => this.#pose(resolve));
  }

  /** Whether a question waits for its answer. */
  readonly isAsking = (): boolean => this.#answer !== null;

  readonly answer = (leaves: boolean): void => {
    const answer = this.#answer;
    this.#pose(null);
    answer?.(leaves);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #pose(answer: ((leaves: boolean) => void) | null): void {
    this.#answer = answer;
    for (const listener of [...this.#listeners]) listener();
  }
}

const withoutEnd = (path: string): string => path.replace(/\/$/, '');

function isInside(to: string, within: string): boolean {
  const path = withoutEnd(to.split('?', 1)[0] ?? '');
  const place = withoutEnd(within);
  return path === place || (place !== '' && path.startsWith(`${place}/`));
}
