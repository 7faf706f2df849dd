/**
 * Labels as jsdom finds them, without its walk of the whole document for every control and every label: on a page of a hundred
 * fields that walk was a third of the time of the tests of screens. All labels of a document are read once, and again when it has changed.
 */
const LABELABLE = new Set(['button', 'input', 'meter', 'output', 'progress', 'select', 'textarea']);

const isLabelable = (element: Element): boolean =>
  LABELABLE.has(element.localName) &&
  !(element.localName === 'input' && element.getAttribute('type')?.toLowerCase() === 'hidden');

/** The first within an element that can have a label. */
function firstWithin(element: Element): HTMLElement | null {
  for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (isLabelable(child)) return child as HTMLElement;
    const found = firstWithin(child);
    if (found !== null) return found;
  }
  return null;
}

/** The control a label is for: the one its `for` names, or else the first within it. */
function controlOf(label: HTMLLabelElement): HTMLElement | null {
  const named = label.getAttribute('for');
  if (named === null) return firstWithin(label);
  if (named === '') return null;
  const root = label.getRootNode();
  const found =
    root instanceof Document
      ? root.getElementById(named)
      : (root as ParentNode).querySelector<HTMLElement>(`[id=${JSON.stringify(named)}]`);
  return found !== null && isLabelable(found) ? found : null;
}

type Labels = ReadonlyMap<HTMLElement, readonly HTMLLabelElement[]>;

/** Every control under a root that has labels, with them in the order of the page. */
function readLabels(root: ParentNode): Labels {
  const found = new Map<HTMLElement, HTMLLabelElement[]>();
  for (const label of root.querySelectorAll('label')) {
    const control = controlOf(label);
    if (control !== null) found.set(control, [...(found.get(control) ?? []), label]);
  }
  return found;
}

let known: Labels | null = null;
const changes = new MutationObserver(() => (known = null));
changes.observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['for', 'id', 'type'],
});

/** Of the page, which says by itself that it has changed: what it has not yet told is asked for. */
function labelsOfPage(): Labels {
  if (changes.takeRecords().length > 0) known = null;
  return (known ??= readLabels(document));
}

/** Labels of a control in the order of the page; none at all, not even an empty list, for what can have no label. */
function labelsOf(control: HTMLElement): readonly HTMLLabelElement[] | null {
  if (!isLabelable(control)) return null;
  const root = control.getRootNode() as ParentNode;
  return (root === document ? labelsOfPage() : readLabels(root)).get(control) ?? [];
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
