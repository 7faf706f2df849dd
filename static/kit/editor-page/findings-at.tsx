import { type ReactNode, useContext, useEffect, useRef } from 'react';
import forms from '../forms.module.css';
import { FindingsContext, nearestPath } from './findings';

interface Props {
  /** A field of what is edited: `goals.0.target`. Everything wrong with it or inside it is told below. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A part of an editor, and below it what is wrong there and how to mend it. */
export function FindingsAt({ path, children }: Props) {
  const { all, places, enter } = useContext(FindingsContext);
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => (part.current === null ? undefined : enter(path, part.current)), [enter, path]);
  return (
    <div ref={part} data-problem-path={path}>
      {children}
      {all
        .filter(({ at }) => nearestPath(at, places) === path)
        .map(({ severity, text }, index) => (
          <div key={index} className={severity === 'error' ? forms.error : forms.hint}>
            {text}
          </div>
        ))}
    </div>
  );
}
