import type { ForgeFrame, FrameOptions, ModalRequest } from './types';

type Mount = (container: HTMLElement, options: FrameOptions) => ForgeFrame;

const WIDTHS: Readonly<Record<string, string>> = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  max: '100vw',
  fullscreen: '100vw',
  resizable: '800px',
};

/** Shows a modal's page in a dialog over the site. Closes by the page itself, Escape, or a click beside it, as asked. */
export function openDialog(request: ModalRequest, opener: FrameOptions, mount: Mount): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'forge-dialog';
  dialog.setAttribute('aria-label', request.title || request.module.title);
  const { width, height } = sizeOf(request.size);
  dialog.style.cssText = `border:0;padding:0;border-radius:8px;width:${width};max-width:100vw;max-height:100vh;${height === undefined ? '' : `height:${height};`}`;
  document.body.append(dialog);
  const before = document.activeElement;
  let payload: unknown;
  const close = (result?: unknown): void => {
    payload = result;
    dialog.close();
  };
  const frame = mount(dialog, {
    ...opener,
    module: request.module,
    extension: request.extension,
    height: height === undefined ? 'auto' : 'fill',
    path: '/',
    hooks: {
      ...opener.hooks,
      onClose: close,
      onSubmit: close,
      onEscape: () => {
        if (request.closeOnEscape) close();
      },
    },
  });
  dialog.addEventListener('cancel', (event) => {
    if (!request.closeOnEscape) event.preventDefault();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && request.closeOnOverlayClick) close();
  });
  dialog.addEventListener('close', () => {
    frame.destroy();
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
    request.onClosed(payload);
  });
  dialog.showModal();
}

function sizeOf(size: unknown): { readonly width: string; readonly height: string | undefined } {
  if (typeof size === 'object' && size !== null && 'width' in size) {
    const height = 'height' in size && typeof size.height === 'string' ? size.height : undefined;
    return { width: String(size.width), height };
  }
  const name = typeof size === 'string' ? size : 'medium';
  return {
    width: WIDTHS[name] ?? '600px',
    height: name === 'max' || name === 'fullscreen' ? '100vh' : undefined,
  };
}
