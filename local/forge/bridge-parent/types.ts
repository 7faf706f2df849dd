/** What the shell gives a frame and what the frame tells the shell. Nothing here knows a UI framework. */

import type { ListedModule } from '../http/module-list';

export type ColorMode = 'light' | 'dark';

/** A module with a page, as `GET /__local/modules` lists it. */
export type FrameModule = Omit<ListedModule, 'product' | 'pages'>;

export interface NavigateRequest {
  readonly newTab: boolean;
  /** A URL or a path of the site; absent when a target is named. */
  readonly url?: string;
  /** `issue`, `contentView`, `module`, … with its parameters, as the SDK's NavigationTarget names them. */
  readonly target?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What the shell does for a frame. Everything but navigation has a sensible default. */
export interface FrameHooks {
  readonly onNavigate: (request: NavigateRequest) => void;
  /** `view.submit`: a form of the module is done, with its payload. */
  readonly onSubmit?: (payload: unknown) => void;
  /** `view.close` of a frame that is itself shown as a dialog. */
  readonly onClose?: (payload: unknown) => void;
  /** `view.refresh`: what surrounds the module has changed. */
  readonly onRefresh?: (payload: unknown) => void;
  /** The page moved within itself: `/requests/12?tab=a`, to be kept in the address. */
  readonly onHistory?: (path: string, action: 'push' | 'replace') => void;
}

export interface FrameOptions {
  readonly module: FrameModule;
  /** What the shell shows: `{ issue: { key } }`, `{ content: { id } }`. The server looks it up as the user. */
  readonly extension: Readonly<Record<string, unknown>>;
  readonly hooks: FrameHooks;
  readonly colorMode: ColorMode;
  /** `auto` follows the height of the page; `fill` takes the height of its container. */
  readonly height: 'auto' | 'fill';
  /** Where the page's own history starts; `/` without it. */
  readonly path?: string;
}

export interface ForgeFrame {
  readonly element: HTMLIFrameElement;
  setColorMode(mode: ColorMode): void;
  /** Tells the page that the site's clock moved. */
  setClock(reading: { readonly now: number; readonly running: boolean }): void;
  /** Tells the page that the person went back or forward. */
  setPath(path: string): void;
  destroy(): void;
}
