import type { ReactNode } from 'react';
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
