import { view } from '@forge/bridge';
import type { Locale } from '../../src/kernel/names';
import { languageOf } from '../../src/kernel/text';

/** Who looks at the screen, where, in which language and zone. */
export interface Viewer {
  readonly accountId: string | null;
  readonly locale: Locale;
  /** The locale with its region, for dates and numbers: `en-GB`. */
  readonly formatLocale: string;
  /** IANA zone. */
  readonly zone: string;
  readonly siteUrl: string;
  readonly moduleKey: string;
  readonly product: 'jira' | 'confluence';
  /** What the product says about the place of the screen: issue, page, macro configuration. Parse before use. */
  readonly extension: Readonly<Record<string, unknown>>;
}

let current: Viewer | null = null;

let asked: Promise<Viewer> | null = null;
let themed: Promise<unknown> | null = null;

/** Reads the context, once; called by `mountSurface` before anything is drawn, or before that. */
export const loadViewer = (): Promise<Viewer> => (asked ??= readViewer());

/** Lets the product put its theme on the screen, once. */
export const enableTheme = (): Promise<unknown> => (themed ??= view.theme.enable());

async function readViewer(): Promise<Viewer> {
  const context = await view.getContext();
  const extension: Readonly<Record<string, unknown>> = { ...context.extension };
  const formatLocale = String(context.locale ?? 'en-US').replace('_', '-');
  current = {
    accountId: context.accountId ?? null,
    locale: languageOf(formatLocale) === 'ru' ? 'ru' : 'en',
    formatLocale,
    zone: context.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone,
    siteUrl: context.siteUrl,
    moduleKey: context.moduleKey,
    product: isConfluence(extension['type']) ? 'confluence' : 'jira',
    extension,
  };
  return current;
}

const isConfluence = (type: unknown): boolean =>
  typeof type === 'string' && (type.startsWith('confluence:') || type === 'macro');

/** The viewer; a bug when asked before the screen was mounted. */
export function viewer(): Viewer {
  if (current === null) throw new Error('The screen asked for its viewer before it was mounted.');
  return current;
}

/** Sets the viewer without a product around: for component tests. */
export function setViewer(value: Viewer): void {
  current = value;
}
