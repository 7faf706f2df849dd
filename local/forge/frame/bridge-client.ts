/**
 * Runs first in every page of the app, as a classic script: the bridge the SDK looks for at import.
 * It knows nothing; every command goes to the parent page by message. Functions travel as numbered references.
 * The server puts a reading of the site's clock before it (`__siteClock`).
 */
(() => {
  interface Reading {
    readonly now: number;
    readonly running: boolean;
  }
  interface Place {
    readonly pathname: string;
    readonly search: string;
    readonly hash: string;
    readonly state?: unknown;
    readonly key: string;
  }
  type Callback = (...args: unknown[]) => unknown;

  const page = globalThis as unknown as { __siteClock: Reading; __bridge: unknown };
  const callbacks = new Map<number, Callback>();
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let nextId = 1;

  const MachineDate = Date;
  let clock = page.__siteClock;
  let readAt = MachineDate.now();
  const siteNow = () => Math.floor(clock.now + (clock.running ? MachineDate.now() - readAt : 0));
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [siteNow()] : args, newTarget) as object,
    apply: () => new MachineDate(siteNow()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? siteNow : (Reflect.get(target, property, receiver) as unknown),
  });

  const send = (message: object): void => window.parent.postMessage({ forge: true, ...message }, '*');

  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' &&
    value !== null &&
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

  const encode = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = nextId++;
      callbacks.set(id, value as Callback);
      return { $fn: id };
    }
    if (Array.isArray(value)) return value.map(encode);
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, encode(v)])) : value;
  };

  const call = (command: string, data?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      send({ type: 'call', id, command, data: encode(data) });
    });

  const parsePath = (path: string): Omit<Place, 'key' | 'state'> => {
    const url = new URL(path, 'http://x/');
    return { pathname: url.pathname, search: url.search, hash: url.hash };
  };

  /**
   * A history as the bridge documents it: these members and no others, in step with the parent's address. It stands in
   * another frame there, so its functions answer by promises, and what it says of the place is of when it was made.
   */
  const createHistory = async () => {
    const first = (await call('createHistory')) as { readonly path: string };
    const listeners = new Set<(place: Place, action: string) => void>();
    const keyed = (parts: Omit<Place, 'key' | 'state'>, state?: unknown): Place => ({
      ...parts,
      state,
      key: String(nextId++),
    });
    let here = keyed(parsePath(first.path));
    const resolve = (target: string | Partial<Place>, state: unknown): Place => {
      if (typeof target === 'string')
        return keyed(
          parsePath(new URL(target, `http://x${here.pathname}`).toString().slice('http://x'.length)),
          state,
        );
      const { pathname = here.pathname, search = '', hash = '' } = target;
      return keyed({ pathname, search, hash }, target.state ?? state);
    };
    const href = (place: Partial<Place>) => `${place.pathname ?? ''}${place.search ?? ''}${place.hash ?? ''}`;
    const move = (action: 'PUSH' | 'REPLACE' | 'POP', place: Place): void => {
      here = place;
      for (const listener of [...listeners]) listener(place, action);
    };
    const leave = async (action: 'push' | 'replace', target: string | Partial<Place>, state?: unknown) => {
      const place = resolve(target, state);
      await Promise.resolve();
      move(action === 'push' ? 'PUSH' : 'REPLACE', place);
      send({ type: 'history', action, path: href(place) });
    };
    const go = async (steps: number) => send({ type: 'history', action: 'go', steps });
    onPop = (path) => move('POP', keyed(parsePath(path)));
    return {
      action: 'POP',
      location: here,
      listen: async (listener: (place: Place, action: string) => void) => {
        listeners.add(listener);
        return async () => void listeners.delete(listener);
      },
      push: (target: string | Partial<Place>, state?: unknown) => leave('push', target, state),
      replace: (target: string | Partial<Place>, state?: unknown) => leave('replace', target, state),
      go,
      goBack: () => go(-1),
      goForward: () => go(1),
    };
  };
  let onPop: (path: string) => void = () => undefined;

  const paint = (mode: string): void => {
    const root = document.documentElement;
    root.dataset['colorMode'] = mode;
    root.dataset['theme'] =
      'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';
  };

  let themed = false;
  const commands: Readonly<Record<string, (data: unknown) => Promise<unknown>>> = {
    createHistory,
    enableTheming: async () => {
      themed = true;
      paint(String(await call('enableTheming')));
    },
    on: async (data) => {
      const subscription = (await call('on', data)) as number;
      return { unsubscribe: () => void call('off', subscription) };
    },
    getFrameId: async () => window.name,
  };
  page.__bridge = {
    callBridge: (command: string, data?: unknown) => commands[command]?.(data) ?? call(command, data),
  };

  const answerCallback = async (message: {
    readonly fn: number;
    readonly args: readonly unknown[];
  }): Promise<void> => {
    await callbacks.get(message.fn)?.(...message.args);
  };

  window.addEventListener('message', (event: MessageEvent) => {
    if (event.source !== window.parent || !isPlain(event.data) || event.data['forge'] !== true) return;
    const message = event.data;
    switch (message['type']) {
      case 'reply': {
        const entry = waiting.get(Number(message['id']));
        waiting.delete(Number(message['id']));
        if (message['ok'] === true) entry?.resolve(message['value']);
        else entry?.reject(new Error(String(message['error'])));
        return;
      }
      case 'callback':
        void answerCallback({ fn: Number(message['fn']), args: message['args'] as unknown[] });
        return;
      case 'theme':
        if (themed) paint(String(message['mode']));
        return;
      case 'clock':
        clock = message['reading'] as Reading;
        readAt = MachineDate.now();
        return;
      case 'pop':
        onPop(String(message['path']));
        return;
      default:
    }
  });

  /** Of the content, not of the body: a page may give its body the height of the frame. */
  const reportHeight = (): void => {
    const { marginBottom, paddingBottom } = getComputedStyle(document.body);
    const bottoms = [...document.body.children].map((child) => child.getBoundingClientRect().bottom);
    const space = Number.parseFloat(marginBottom) + Number.parseFloat(paddingBottom);
    send({ type: 'height', height: Math.ceil(Math.max(0, ...bottoms) + window.scrollY + space) });
  };
  window.addEventListener('DOMContentLoaded', () => {
    const sizes = new ResizeObserver(reportHeight);
    const watch = (): void => [...document.body.children].forEach((child) => sizes.observe(child));
    new MutationObserver(watch).observe(document.body, { childList: true });
    sizes.observe(document.body);
    watch();
    reportHeight();
  });
})();
