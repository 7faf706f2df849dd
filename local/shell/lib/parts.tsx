import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from 'react';
import type { Loaded } from './use-load';

/** Shows a loaded value, or that it is coming, or why not. */
export function Show<T>({
  of,
  children,
}: {
  readonly of: Loaded<T>;
  readonly children: (value: T) => ReactNode;
}) {
  if (of.value !== undefined) return <>{children(of.value)}</>;
  if (of.error !== undefined) return <Problem>{of.error}</Problem>;
  return (
    <p className="quiet" role="status">
      Loading…
    </p>
  );
}

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly look?: 'primary' | 'subtle' | 'icon';
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button({ look, ...rest }, ref) {
  return <button ref={ref} type="button" {...rest} className={look ? `button button-${look}` : 'button'} />;
});

interface TabsProps<T extends string> {
  readonly of: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly onChoose: (tab: T) => void;
}

/** One of a few, each by its title. */
export function Tabs<T extends string>({ of, chosen, onChoose }: TabsProps<T>) {
  return (
    <div className="tabs">
      {(Object.keys(of) as T[]).map((tab) => (
        <button
          key={tab}
          type="button"
          className="tab"
          aria-pressed={tab === chosen}
          onClick={() => onChoose(tab)}
        >
          {of[tab]}
        </button>
      ))}
    </div>
  );
}

interface LineProps {
  readonly title: ReactNode;
  readonly note: ReactNode;
  readonly error?: string | null;
  readonly children: ReactNode;
}

/** A line that opens to show what it is about. */
export function Line({ title, note, error, children }: LineProps) {
  return (
    <details className="line">
      <summary>
        <strong>{title}</strong> <span className="quiet">{note}</span>
      </summary>
      {children}
      {error && <pre className="problem">{error}</pre>}
    </details>
  );
}

interface EachProps<T> {
  readonly of: readonly T[];
  /** What is said when there is none. */
  readonly none?: string;
  readonly children: (one: T) => ReactNode;
}

export const Each = <T,>({ of, none = 'None yet.', children }: EachProps<T>): ReactNode =>
  of.length === 0 ? <p className="quiet">{none}</p> : of.map(children);

export function Problem({ children }: { readonly children: ReactNode }) {
  return (
    <p className="problem" role="alert">
      {children}
    </p>
  );
}

const COLORS = ['blue', 'green', 'purple', 'teal', 'magenta', 'orange'] as const;

/** Initials in a circle; the name is said where it stands alone. */
export function Avatar({ name, alone = false }: { readonly name: string; readonly alone?: boolean }) {
  const initials = name
    .split(' ')
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
  const color =
    COLORS[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLORS.length] ?? 'blue';
  return (
    <span
      className={`avatar avatar-${color}`}
      {...(alone ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {initials}
    </span>
  );
}

const TONE = { new: 'neutral', indeterminate: 'progress', done: 'success' } as const;

export function StatusTag({ name, category }: { readonly name: string; readonly category: string }) {
  const tone = category in TONE ? TONE[category as keyof typeof TONE] : 'neutral';
  return <span className={`tag tag-${tone}`}>{name}</span>;
}
