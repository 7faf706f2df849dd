import type { Editor } from '../definitions/change-definitions';
import { applyChange } from '../definitions/change/apply';
import type { ChangeApplied, ChangeTarget } from '../definitions/domain/answers/changes';

type Kind = ChangeTarget['kind'];

/** Saves a definition as the settings do, clocks under way measured again; what is malformed comes through to be refused. */
export const saver =
  (editor: Editor) =>
  (version: number, kind: Kind, definition: unknown): Promise<ChangeApplied> =>
    applyChange(
      version,
      { kind, [kind]: definition } as unknown as ChangeTarget,
      { scope: 'replay' },
      editor,
    );
