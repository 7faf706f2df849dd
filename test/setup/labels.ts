/**
 * Labels as jsdom finds them, without its walk of the whole document for every control and every label: on a page of a hundred
 * fields that walk was a third of the time of the tests of screens.
 */
const LABELABLE = 'button, input:not([type="hidden"]), meter, output, progress, select, textarea';

/** The control a label is for: the one its `for` names, or else the first within it. */
function controlOf(label: HTMLLabelElement): HTMLElement | null {
  const named = label.getAttribute('for');
  if (named === null) return label.querySelector<HTMLElement>(LABELABLE);
  if (named === '') return null;
  const root = label.getRootNode();
  const found =
    root instanceof Document
      ? root.getElementById(named)
      : (root as ParentNode).querySelector<HTMLElement>(`[id=${JSON.stringify(named)}]`);
  return found?.matches(LABELABLE) === true ? found : null;
}

/** Labels of a control in the order of the page; none at all, not even an empty list, for what can have no label. */
function labelsOf(control: HTMLElement): readonly HTMLLabelElement[] | null {
  if (!control.matches(LABELABLE)) return null;
  const root = control.getRootNode() as ParentNode;
  const all = root instanceof Document ? root.getElementsByTagName('label') : root.querySelectorAll('label');
  const around = control.closest('label');
  return [...all].filter(
    (label) => (label === around || label.htmlFor === control.id) && controlOf(label) === control,
  );
}

Object.defineProperty(HTMLLabelElement.prototype, 'control', {
  configurable: true,
  get(this: HTMLLabelElement) {
    return controlOf(this);
  },
});
for (const kind of [
  HTMLButtonElement,
  HTMLInputElement,
  HTMLMeterElement,
  HTMLOutputElement,
  HTMLProgressElement,
  HTMLSelectElement,
  HTMLTextAreaElement,
])
  Object.defineProperty(kind.prototype, 'labels', {
    configurable: true,
    get(this: HTMLElement) {
      return labelsOf(this);
    },
  });
