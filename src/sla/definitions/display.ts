/** How clocks are shown: a version of the definitions like any other change, though it measures nothing. */
import type { SlaDisplay } from './domain/display/model';
import { changeDefinitions, type Changed, type Editor } from './change-definitions';

/** @throws CONFLICT when `version` is not the stored one. */
export const saveDisplay = (version: number, display: SlaDisplay, editor: Editor): Promise<Changed> =>
  changeDefinitions(
    {
      version,
      action: 'sla.display.saved',
      subject: 'display',
      apply: (current) => ({ ...current, display }),
    },
    editor,
  );
