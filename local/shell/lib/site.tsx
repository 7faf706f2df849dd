import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ListedModule } from '../../forge/http/module-list';
import type { Person } from '../../forge/http/people';
import { api } from './api';
import { useLoad } from './use-load';

export type { Person };
export type Module = ListedModule;

export type ColorMode = 'light' | 'dark';

interface SiteState {
  readonly person: Person;
  readonly administrator: boolean;
  readonly people: readonly Person[];
  readonly modules: readonly Module[];
  readonly confluenceConnected: boolean;
  readonly clock: SiteClock;
  readonly mode: ColorMode;
  readonly setMode: (mode: ColorMode) => void;
  readonly switchTo: (accountId: string) => Promise<void>;
  readonly setLocale: (locale: string) => Promise<void>;
  /** Grows whenever the site changed behind the page: a move of the clock, a switch. */
  readonly version: number;
  readonly changed: () => void;
}

/** A reading of the site's clock; it runs on with the machine's. */
export interface SiteClock {
  readonly now: () => number;
  readonly running: boolean;
}

const Context = createContext<SiteState | null>(null);

export function useSite(): SiteState {
  const site = useContext(Context);
  if (site === null) throw new Error('The page is outside the site.');
  return site;
}

/** The name of an account; undefined for a stranger, and outside the site. */
export function useNameOf(accountId: string): string | undefined {
  return useContext(Context)?.people.find((person) => person.accountId === accountId)?.displayName;
}

/** Modules of the app in one place of a product. */
export function useModules(type: string): readonly Module[] {
  const { modules } = useSite();
  return modules.filter((module) => module.type === type);
}

/** What is asked of the site when the page opens, and again when it changed. */
interface Start extends Pick<SiteState, 'administrator' | 'people' | 'modules' | 'confluenceConnected'> {
  readonly person: Person | null;
  readonly readAt: number;
  readonly clock: { readonly now: string; readonly running: boolean };
}

const signIn = (accountId: string): Promise<unknown> => api('/__local/session', { body: { accountId } });

async function start(): Promise<Start> {
  const { users } = await api<{ users: readonly Person[] }>('/__local/users');
  let session = await api<{ person: Person | null; administrator: boolean }>('/__local/session');
  if (session.person === null) {
    const first = users.find((user) => user.email.startsWith('alice@')) ?? users[0];
    if (first) await signIn(first.accountId);
    session = await api('/__local/session');
  }
  const [{ modules }, settings, clock] = await Promise.all([
    api<{ modules: readonly Module[] }>('/__local/modules'),
    api<{ confluenceConnected: boolean }>('/__local/settings'),
    api<{ now: string; running: boolean }>('/__local/clock'),
  ]);
  return {
    ...session,
    people: users,
    modules,
    confluenceConnected: settings.confluenceConnected,
    clock,
    readAt: Date.now(),
  };
}

function savedMode(): ColorMode {
  const saved = localStorage.getItem('shell:mode');
  if (saved === 'dark' || saved === 'light') return saved;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function SiteProvider({ children }: { readonly children: ReactNode }) {
  const [version, setVersion] = useState(0);
  const [mode, setModeState] = useState<ColorMode>(savedMode);
  const loaded = useLoad(`start ${version}`, start);
  const data = loaded.stale;
  useEffect(() => {
    document.documentElement.dataset['colorMode'] = mode;
  }, [mode]);
  const changed = useCallback(() => setVersion((count) => count + 1), []);
  const state = useMemo<SiteState | null>(() => {
    if (!data?.person) return null;
    const base = Date.parse(data.clock.now);
    return {
      ...data,
      person: data.person,
      clock: {
        now: () => base + (data.clock.running ? Date.now() - data.readAt : 0),
        running: data.clock.running,
      },
      mode,
      setMode: (next) => {
        localStorage.setItem('shell:mode', next);
        setModeState(next);
      },
      switchTo: async (accountId) => {
        await signIn(accountId);
        changed();
      },
      setLocale: async (locale) => {
        await api('/__local/locale', { body: { locale } });
        changed();
      },
      version,
      changed,
    };
  }, [data, mode, version, changed]);
  if (state === null) {
    return <p className="notice">{loaded.error ?? 'Opening the site…'}</p>;
  }
  return <Context.Provider value={state}>{children}</Context.Provider>;
}
