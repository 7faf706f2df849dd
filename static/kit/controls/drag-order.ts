import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

export interface DragOrder {
  readonly move: (from: number, to: number) => void;
  /** Where what is dragged would land; null while nothing is. */
  readonly over: (index: number | null) => void;
}

/** Lets the cards of a list be dragged to another's place; answers what ends it. What is dragged from elsewhere is left alone. */
export function dragOrder(list: HTMLElement, { move, over }: DragOrder): () => void {
  const own = Symbol('list');
  const cards = [...list.children].map((card, index) => {
    const element = card.querySelector<HTMLElement>('[data-drag-handle]');
    if (element === null) return () => undefined;
    return combine(
      draggable({
        element,
        getInitialData: () => ({ own, index }),
        // The whole card comes along.
        onGenerateDragPreview: ({ nativeSetDragImage }) => nativeSetDragImage?.(card, 0, 0),
      }),
      dropTargetForElements({
        element: card,
        canDrop: ({ source }) => source.data['own'] === own,
        onDragEnter: ({ source }) => over(source.data['index'] === index ? null : index),
        onDragLeave: () => over(null),
        onDrop: ({ source }) => {
          over(null);
          move(Number(source.data['index']), index);
        },
      }),
    );
  });
  return combine(...cards);
}
