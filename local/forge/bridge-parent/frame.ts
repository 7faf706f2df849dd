import { callbackOf, type Data, makeCommands } from './commands';
import { type Dialog, openDialog } from './dialog';
import type { ForgeFrame, FrameOptions } from './types';

interface Incoming {
  readonly type: string;
  readonly [name: string]: unknown;
}

const SANDBOX =
  'allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';
/** A browser stops laying out a frame of another origin that has no area, so it would never report its height. */
const LEAST_HEIGHT_PX = 24;
let frames = 0;

/** Shows a module of the app in a sandboxed frame on the app's own origin and answers its bridge. */
export function mountFrame(container: HTMLElement, options: FrameOptions): ForgeFrame {
  const { module, hooks } = options;
  const element = document.createElement('iframe');
  frames += 1;
  element.name = `forge-${frames}`;
  element.title = module.title;
  element.setAttribute('sandbox', SANDBOX);
  element.dataset['moduleKey'] = module.key;
  element.style.cssText = `border:0;width:100%;display:block;${options.height === 'fill' ? 'height:100%' : `height:${LEAST_HEIGHT_PX}px`}`;
  const origin = new URL(module.url ?? 'about:blank').origin;
  const closing: (() => void)[] = [];
  const dialogs: ModalFrame[] = [];
  let colorMode = options.colorMode;

  // Before the page has spoken there is nobody to hear; it asks for what it missed when it starts.
  let heard = false;
  const send = (message: object): void => {
    if (heard) element.contentWindow?.postMessage({ forge: true, ...message }, origin);
  };
  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(decode);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    if ('$fn' in value) {
      const fn = value.$fn;
      return (...args: readonly unknown[]) => send({ type: 'callback', fn, args });
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
  };

  const commands = makeCommands({
    place: { moduleKey: module.key, extension: options.extension },
    hooks,
    path: options.path ?? '/',
    colorMode: () => colorMode,
    reload: () => {
      element.src = module.url ?? '';
    },
    onClosing: (callback) => closing.push(callback),
    openModal: (data) => {
      const dialog = openModal({ ...options, colorMode }, data);
      dialogs.push(dialog);
      closing.push(dialog.close);
      return true;
    },
  });

  const answer = async (message: Incoming): Promise<void> => {
    const { id } = message;
    try {
      const value: unknown = await commands.run(String(message['command']), decode(message['data']));
      send({ type: 'reply', id, ok: true, value });
    } catch (error) {
      send({ type: 'reply', id, ok: false, error: error instanceof Error ? error.message : String(error) });
    }
  };

  const onMessage = (event: MessageEvent): void => {
    if (event.source !== element.contentWindow || event.origin !== origin || !isForgeMessage(event.data))
      return;
    heard = true;
    const message = event.data;
    switch (message.type) {
      case 'call':
        void answer(message);
        return;
      case 'height':
        if (options.height === 'auto')
          element.style.height = `${Math.max(LEAST_HEIGHT_PX, Number(message['height']))}px`;
        return;
      case 'history':
        if (message['action'] === 'go') window.history.go(Number(message['steps']));
        else hooks.onHistory?.(String(message['path']), message['action'] === 'push' ? 'push' : 'replace');
        return;
      default:
    }
  };

  window.addEventListener('message', onMessage);
  if (module.url !== null) element.src = module.url;
  container.append(element);
  return {
    element,
    setColorMode: (mode) => {
      colorMode = mode;
      send({ type: 'theme', mode });
      for (const dialog of dialogs) dialog.setColorMode(mode);
    },
    setClock: (reading) => send({ type: 'clock', reading }),
    setPath: (path) => send({ type: 'pop', path }),
    destroy: () => {
      for (const callback of closing) callback();
      window.removeEventListener('message', onMessage);
      commands.dispose();
      element.remove();
    },
  };
}

/** A dialog with a page of the app in it, which follows the theme as its opener does. */
type ModalFrame = Dialog & Pick<ForgeFrame, 'setColorMode'>;

/** `Modal` of the bridge: a page of the app, the frame's own where none is named, with the opener's context beside its own. */
export function openModal(opener: FrameOptions, data: Data): ModalFrame {
  const { module, extension, hooks, colorMode } = opener;
  const { resource, title } = data;
  const url =
    typeof resource === 'string'
      ? new URL(`/__forge/resource/${resource}`, module.url ?? '').toString()
      : module.url;
  const onClose = callbackOf(data['onClose']);
  const dialog = openDialog({
    size: String(data['size']),
    title: typeof title === 'string' ? title : '',
    closeOnEscape: data['closeOnEscape'] !== false,
    closeOnOverlayClick: data['closeOnOverlayClick'] !== false,
    onClose: (payload) => {
      frame.destroy();
      onClose(payload);
    },
  });
  const frame = mountFrame(dialog.body, {
    module: { ...module, url },
    extension: { ...extension, modal: data['context'] },
    hooks: { onNavigate: hooks.onNavigate, onSubmit: hooks.onSubmit, onClose: dialog.close },
    colorMode,
    height: 'fill',
  });
  return { ...dialog, setColorMode: (mode) => frame.setColorMode(mode) };
}

function isForgeMessage(data: unknown): data is Incoming {
  return (
    typeof data === 'object' && data !== null && 'forge' in data && data.forge === true && 'type' in data
  );
}
