/** How clocks are shown, for everybody: no part of what they measure, and so no part of the definitions. */
import { singleton } from '../../../work/singleton';
import type { SlaDisplay } from '../domain/display/model';
import { DEFAULT_DISPLAY } from '../domain/display/schema';
import { display } from '../domain/sections';

export const displayStore = singleton(display, {
  key: 'sla:display',
  initial: DEFAULT_DISPLAY,
  changed: 'slaSettings',
});

export const readDisplay = async (): Promise<SlaDisplay> => (await displayStore.read()).value;
