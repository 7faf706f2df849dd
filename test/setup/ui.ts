/** What jsdom lacks and Atlaskit or the Forge bridge ask for. */
import './labels';
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { TextDecoder } from 'node:util';

const bridge = { callBridge: () => Promise.resolve(undefined) };
Object.assign(globalThis, { __bridge: bridge });

Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});

class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: NoResizeObserver, TextDecoder });

// Parts that are loaded on demand take their time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
jest.setTimeout(20_000);
