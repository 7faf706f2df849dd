import type { Guard } from '../unsaved/guard';
import type { Listener, PageHistory, Place } from './page-history';

/** The address bar is in another frame: while somebody types, it is told once they pause. */
const PAUSE_MS = 200;
/** Within this the product says again what it was told; later it is a link of its own. */
const ECHO_MS = 1_000;

interface Move {
  /** Instead of where one is: going back leaves both. */
  readonly replace?: boolean | undefined;
}

/** Where the screen is. It moves at once, and the product's address after it; it follows the product, unless work would be lost unasked. */
export class Address {
  readonly #history: PageHistory;
  readonly #guard: Guard;
  readonly #listeners = new Set<() => void>();
  #here: string;
  /** What the product's address was last known to be. */
  #known: string;
  /** What it was told and has not said again. */
  #echoes: readonly string[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(history: PageHistory, guard: Guard) {
    this.#history = history;
    this.#guard = guard;
    this.#here = this.#known = pathOf(history.location);
  }

  /** Encoded, as the address has it. */
  get path(): string {
    return this.#here.split('?', 1)[0] ?? '';
  }

  /** What stands behind the question mark. */
  get search(): string {
    return this.#here.slice(this.path.length + 1);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes to a path of the app, with what is behind its question mark. Whoever may lose work was asked before. */
  readonly go = (to: string, { replace = false }: Move = {}): void => {
    if (to === this.#here) return;
    if (replace) {
      this.#pause ??= setTimeout(this.#tellReplaced, PAUSE_MS);
    } else {
      this.#tellReplaced();
      this.#tell('push', to);
      document.documentElement.scrollTop = 0;
    }
    this.#moveTo(to);
  };

  /** Follows the product's history until the answer is called. */
  readonly follow = async (): Promise<() => void> => {
    const stop = await this.#history.listen(this.#onMoved);
    return () => {
      clearTimeout(this.#pause);
      clearTimeout(this.#silence);
      stop();
    };
  };

  #tell(how: 'push' | 'replace', to: string): void {
    this.#known = to;
    this.#echoes = [...this.#echoes, to];
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#echoes = [];
    }, ECHO_MS);
    this.#history[how](to);
  }

  readonly #tellReplaced = (): void => {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    if (this.#known !== this.#here) this.#tell('replace', this.#here);
  };

  readonly #onMoved: Listener = (place, action) => {
    const to = pathOf(place);
    const echo = action === 'POP' ? -1 : this.#echoes.indexOf(to);
    if (echo >= 0) this.#echoes = this.#echoes.slice(echo + 1);
    if (echo >= 0 || to === this.#known) return;
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#known = to;
    const mayLeave = this.#guard.ask(to);
    if (mayLeave === true) this.#moveTo(to);
    // The product has moved already: whoever stays is put back.
    else void mayLeave.then((leaves) => (leaves ? this.#moveTo(to) : this.#tell('push', this.#here)));
  };

  #moveTo(to: string): void {
    this.#here = to;
    for (const listener of [...this.#listeners]) listener();
  }
}

const pathOf = ({ pathname, search }: Place): string => `${pathname}${search}`;
