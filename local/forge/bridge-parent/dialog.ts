/** The sizes of a modal, as its documentation gives them; those in preview are left out. */
const SIZES: Readonly<Record<string, string>> = {
  small: 'width:400px;height:20vh;min-height:320px',
  medium: 'width:600px;height:40vh;min-height:520px',
  large: 'width:800px;height:70vh;min-height:720px',
  xlarge: 'width:968px;height:90vh',
  max: 'width:100%;height:100%',
};

export interface DialogOptions {
  readonly size: string;
  /** With it the dialog has a header with a button that closes it. */
  readonly title: string;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly onClose: (payload?: unknown) => void;
}

export interface Dialog {
  /** Where its frame goes. */
  readonly body: HTMLElement;
  readonly close: (payload?: unknown) => void;
}

/** A dialog over the page. Escape closes it only from the page itself: what is pressed in a frame stays there. */
export function openDialog({ size, title, onClose, ...options }: DialogOptions): Dialog {
  const look = SIZES[size];
  if (look === undefined) throw new Error(`The local site knows no modal of the size ${size}.`);
  const dialog = document.createElement('dialog');
  dialog.className = 'forge-dialog';
  dialog.style.cssText = look;
  if (title !== '') dialog.ariaLabel = title;
  let payload: unknown;
  const close = (given?: unknown): void => {
    payload = given;
    dialog.close();
  };
  dialog.addEventListener('cancel', (event) => options.closeOnEscape || event.preventDefault());
  dialog.addEventListener('click', ({ target }) => {
    if (options.closeOnOverlayClick && target === dialog) close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose(payload);
  });
  const body = document.createElement('div');
  dialog.append(...(title === '' ? [] : [headerOf(title, close)]), body);
  document.body.append(dialog);
  dialog.showModal();
  return { body, close };
}

function headerOf(title: string, close: () => void): HTMLElement {
  const header = document.createElement('header');
  const heading = document.createElement('strong');
  heading.textContent = title;
  const button = document.createElement('button');
  button.className = 'button button-subtle';
  button.ariaLabel = 'Close';
  button.textContent = '✕';
  button.addEventListener('click', () => close());
  header.append(heading, button);
  return header;
}
