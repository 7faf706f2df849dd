export { emitFrameEvent } from './events';
export { mountFrame } from './frame';
export type { ColorMode, ForgeFrame, FrameHooks, FrameModule, FrameOptions, NavigateRequest } from './types';
