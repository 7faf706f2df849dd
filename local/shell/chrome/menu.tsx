import { type ReactNode, useId, useRef, useState } from 'react';
import { useDismiss } from '../lib/use-dismiss';
import { Button } from '../lib/parts';

interface MenuProps {
  readonly label: ReactNode;
  readonly name?: string;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** A button that opens a list below itself; Escape, a click elsewhere or a choice closes it. */
export function Menu({ label, name, align = 'start', children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDismiss(root, open, (by) => {
    setOpen(false);
    if (by === 'escape') button.current?.focus();
  });
  const choose = (target: EventTarget) => {
    if (target instanceof Element && target.closest('a, button')) setOpen(false);
  };
  return (
    <div className="menu" ref={root}>
      <Button
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">▾</span>
      </Button>
      {open && (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- listens for what its buttons do
        <div id={id} className={`menu-list menu-${align}`} onClick={(event) => choose(event.target)}>
          {children}
        </div>
      )}
    </div>
  );
}
