import { type DragEvent, useState } from 'react';

interface DragOrder {
  /** Where what is dragged would land, null while nothing is. */
  readonly over: number | null;
  /** What is grabbed: the whole card comes along. */
  readonly handle: (index: number) => {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
  readonly target: (index: number) => {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Order by drag with the browser's own events; what is dragged from elsewhere is left alone. The keyboard has buttons of its own. */
export function useDragOrder(move: (from: number, to: number) => void): DragOrder {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    setFrom(null);
    setOver(null);
  };
  return {
    over,
    handle: (index) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', String(index));
        const card = event.currentTarget.closest('li');
        if (card !== null) event.dataTransfer.setDragImage(card, 0, 0);
        setFrom(index);
      },
      onDragEnd: end,
    }),
    target: (index) => ({
      onDragOver: (event) => {
        if (from === null) return;
        event.preventDefault();
        setOver(index === from ? null : index);
      },
      onDrop: (event) => {
        if (from === null) return;
        event.preventDefault();
        if (from !== index) move(from, index);
        end();
      },
    }),
  };
}
