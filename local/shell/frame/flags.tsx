import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { FlagRequest } from '../../forge/bridge-parent/index';

interface Flags {
  readonly show: (flag: FlagRequest) => void;
  readonly hide: (id: FlagRequest['id']) => void;
}

const Context = createContext<Flags | null>(null);
const DISMISS_AFTER_MS = 8000;
const SIGN = { info: 'ℹ', success: '✓', warning: '!', error: '✕' } as const;

export function useFlags(): Flags {
  const flags = useContext(Context);
  if (flags === null) throw new Error('Flags have no host here.');
  return flags;
}

/** Messages in the lower corner; those that dismiss themselves go after eight seconds. */
export function FlagHost({ children }: { readonly children: ReactNode }) {
  const [flags, setFlags] = useState<readonly FlagRequest[]>([]);
  const hide = useCallback(
    (id: FlagRequest['id']) => setFlags((all) => all.filter((flag) => flag.id !== id)),
    [],
  );
  const show = useCallback(
    (flag: FlagRequest) => setFlags((all) => [...all.filter(({ id }) => id !== flag.id), flag]),
    [],
  );
  const value = useMemo(() => ({ show, hide }), [show, hide]);
  return (
    <Context.Provider value={value}>
      {children}
      <div className="flags" role="status" aria-live="polite">
        {flags.map((flag) => (
          <Flag key={flag.id} flag={flag} onHide={() => hide(flag.id)} />
        ))}
      </div>
    </Context.Provider>
  );
}

function Flag({ flag, onHide }: { readonly flag: FlagRequest; readonly onHide: () => void }) {
  useEffect(() => {
    if (!flag.isAutoDismiss) return undefined;
    const timer = setTimeout(onHide, DISMISS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [flag, onHide]);
  return (
    <section className={`flag flag-${flag.type}`} aria-label={flag.title}>
      <span className="flag-sign" aria-hidden="true">
        {SIGN[flag.type]}
      </span>
      <div className="flag-body">
        <strong>{flag.title}</strong>
        {flag.description && <p>{flag.description}</p>}
        {flag.actions.map((action) => (
          <button key={action.text} type="button" className="button button-subtle" onClick={action.onClick}>
            {action.text}
          </button>
        ))}
      </div>
      <button type="button" className="button button-icon" aria-label="Dismiss" onClick={onHide}>
        ✕
      </button>
    </section>
  );
}
