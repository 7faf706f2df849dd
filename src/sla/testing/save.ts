import type { Editor } from '../../kernel/audit';
import { applyChange } from '../definitions/change/apply';
import type { ChangeApplied, ChangeTarget } from '../definitions/domain/answers/changes';

/** Saves a definition as the settings do, clocks under way measured again; what is malformed comes through to be refused. */
export const saver =
  (editor: Editor) =>
  (version: number, section: ChangeTarget['section'], value: object): Promise<ChangeApplied> =>
    applyChange(version, { section, value }, { scope: 'replay' }, editor);
