import { EditorPage } from '../../kit/editor-page/editor-page';
import type { EditorFinding } from '../../kit/editor-page/findings';
import type { EditorSection } from '../../kit/editor-page/section';
import { t } from '../../shared/i18n';
import type { PageKey } from '../addresses';
import type { useSave } from './use-save';

interface Props {
  readonly page: PageKey;
  readonly intro: string;
  readonly sections: readonly EditorSection[];
  /** What became of the last save. */
  readonly save: Pick<ReturnType<typeof useSave>, 'error' | 'done' | 'saving'>;
  readonly readOnly: boolean;
  readonly onSubmit: () => void;
}

const NONE: readonly EditorFinding[] = [];

/** A page of settings that is saved as a whole. */
export const SettingsForm = ({ page, save, onSubmit, ...props }: Props) => (
  <EditorPage
    {...props}
    title={t(`settings.tab.${page}`)}
    message={save.error ?? save.done}
    findings={NONE}
    saving={save.saving}
    onSave={onSubmit}
  />
);
