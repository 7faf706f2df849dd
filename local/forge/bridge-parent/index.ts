export { emitFrameEvent } from './events';
export { mountFrame } from './frame';
export type {
  ColorMode,
  FlagRequest,
  ForgeFrame,
  FrameHooks,
  FrameModule,
  FrameOptions,
  ModalRequest,
  NavigateRequest,
} from './types';
