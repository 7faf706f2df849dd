export { emitFrameEvent } from './events';
export { mountFrame, openModal } from './frame';
export type { ColorMode, ForgeFrame, FrameHooks, FrameModule, FrameOptions, NavigateRequest } from './types';
