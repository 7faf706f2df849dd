import { useEffect, useRef, useState } from 'react';
import type { Side } from './tree';

interface RowDrag {
  /** The whole row, which what is dragged is dropped on, and what it is grabbed by. */
  readonly row: React.RefObject<HTMLDivElement>;
  readonly handle: React.RefObject<HTMLSpanElement>;
  /** Where what is dragged would land of this row. */
  readonly over: Side | null;
}

const idOf = (data: Record<string | symbol, unknown>): string | null =>
  typeof data['categoryId'] === 'string' ? data['categoryId'] : null;

/** The upper quarter of a row is before it, the lower quarter after it, the rest inside it. */
function sideAt(element: Element, y: number): Side {
  const { top, height } = element.getBoundingClientRect();
  if (y < top + height / 4) return 'before';
  return y > top + (height * 3) / 4 ? 'after' : 'inside';
}

/** Lets a row of the tree be dragged and dropped on. The library comes once the row is there: the keyboard has buttons of its own. */
export function useRowDrag(
  id: string,
  isOn: boolean,
  mayDrop: (dragged: string, side: Side) => boolean,
  onDrop: (dragged: string, side: Side) => void,
): RowDrag {
  const row = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [over, setOver] = useState<Side | null>(null);
  const latest = useRef({ mayDrop, onDrop });
  useEffect(() => {
    latest.current = { mayDrop, onDrop };
  });
  useEffect(() => {
    const element = row.current;
    if (!isOn || element === null) return undefined;
    let stop = (): void => undefined;
    let isHere = true;
    void import('@atlaskit/pragmatic-drag-and-drop/element/adapter').then((dnd) => {
      if (!isHere) return;
      const stopDrag = dnd.draggable({
        element,
        ...(handle.current !== null && { dragHandle: handle.current }),
        getInitialData: () => ({ categoryId: id }),
      });
      const stopDrop = dnd.dropTargetForElements({
        element,
        canDrop: ({ source }) => idOf(source.data) !== null && idOf(source.data) !== id,
        onDrag: ({ source, location }) => {
          const side = sideAt(element, location.current.input.clientY);
          setOver(latest.current.mayDrop(idOf(source.data) ?? '', side) ? side : null);
        },
        onDragLeave: () => setOver(null),
        onDrop: ({ source, location }) => {
          setOver(null);
          const dragged = idOf(source.data) ?? '';
          const side = sideAt(element, location.current.input.clientY);
          if (latest.current.mayDrop(dragged, side)) latest.current.onDrop(dragged, side);
        },
      });
      stop = () => {
        stopDrag();
        stopDrop();
      };
    });
    return () => {
      isHere = false;
      stop();
    };
  }, [id, isOn]);
  return { row, handle, over };
}
