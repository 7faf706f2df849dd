import { act, fireEvent, waitFor } from '@testing-library/react';

/** What a browser hands with the events of a drag. */
const dataTransfer = {
  types: [],
  getData: () => '',
  setData: () => undefined,
  setDragImage: () => undefined,
};
const frame = () => act(() => new Promise<void>((done) => requestAnimationFrame(() => done())));

/** Drags a card of an ordered list to the place of another. */
export async function dragTo(
  card: HTMLElement | null | undefined,
  place: HTMLElement | null | undefined,
): Promise<void> {
  const handle = await waitFor(
    () => {
      const found = card?.querySelector('[draggable]');
      if (!found || !place) throw new Error('There is nothing to drag, or nowhere to drag it to.');
      return found;
    },
    { timeout: 15_000 },
  );
  fireEvent.dragStart(handle, { dataTransfer });
  await frame();
  fireEvent.dragEnter(place!, { dataTransfer });
  await frame();
  fireEvent.drop(place!, { dataTransfer });
  await frame();
}
