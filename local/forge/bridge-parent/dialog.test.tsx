import { type DialogOptions, openDialog } from './dialog';

const closed = jest.fn();
const options: DialogOptions = {
  size: 'xlarge',
  title: 'Why?',
  closeOnEscape: true,
  closeOnOverlayClick: true,
  onClose: closed,
};
const shown = (): HTMLDialogElement => {
  const dialog = document.querySelector('dialog');
  if (dialog === null) throw new Error('There is no dialog.');
  return dialog;
};
/** As the browser does at Escape: asks first. */
const pressEscape = (): void => {
  if (shown().dispatchEvent(new Event('cancel', { cancelable: true }))) shown().close();
};

beforeEach(() => {
  closed.mockReset();
  document.body.replaceChildren();
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

describe('a dialog of the bridge (Modal)', () => {
  it('has the documented size, and a header with a button only where it has a title', () => {
    openDialog(options);
    expect(shown().style.cssText).toContain('width: 968px');
    expect(shown().querySelector('header')?.textContent).toContain('Why?');
    shown().querySelector('button')?.click();
    expect(closed).toHaveBeenCalledWith(undefined);
    expect(document.querySelector('dialog')).toBeNull();
    openDialog({ ...options, title: '' });
    expect(shown().querySelector('header')).toBeNull();
  });

  it('refuses a size the documents do not have', () => {
    expect(() => openDialog({ ...options, size: 'huge' })).toThrow(/no modal of the size huge/);
  });

  it('hands over what its page closes it with', () => {
    openDialog(options).close({ saved: true });
    expect(closed).toHaveBeenCalledWith({ saved: true });
  });

  it('is closed by Escape and by a click beside it, unless it says otherwise', () => {
    openDialog({ ...options, closeOnEscape: false, closeOnOverlayClick: false });
    pressEscape();
    shown().click();
    expect(closed).not.toHaveBeenCalled();
    document.body.replaceChildren();
    openDialog(options);
    pressEscape();
    openDialog(options);
    shown().click();
    expect(closed).toHaveBeenCalledTimes(2);
  });
});
