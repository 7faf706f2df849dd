import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Order by drag; answers where what is dragged would land, null while nothing is. The cards are the list's children, each with
 * a handle marked `data-drag-handle`; `order` is another text whenever they are others. The keyboard has buttons of its own.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  order: string,
  move: (from: number, to: number) => void,
): number | null {
  const [over, setOver] = useState<number | null>(null);
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  useEffect(() => {
    if (order === '') return undefined;
    let stop: (() => void) | null = null;
    let isOver = false;
    void import('./drag-order').then(
      ({ dragOrder }) => {
        if (!isOver && list.current !== null)
          stop = dragOrder(list.current, { over: setOver, move: (from, to) => latest.current(from, to) });
      },
      // Without it, the buttons still move.
      () => undefined,
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [list, order]);
  return over;
}
