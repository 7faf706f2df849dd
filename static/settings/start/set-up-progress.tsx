import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import type { Progress } from './use-set-up';

interface Props {
  readonly progress: Progress;
  /** Goes on with the step that failed. */
  readonly onRetry: (from: number) => void;
}

/** How far a set-up has come; where it broke off, and that nothing is lost. */
export function SetUpProgress({ progress, onRetry }: Props) {
  switch (progress.state) {
    case 'idle':
    case 'made':
      return null;
    case 'making':
    case 'undoing': {
      const { state, done, of, step } = progress;
      const what = t(`settings.start.section.${step.section}`);
      return <p role="status">{t(`settings.start.${state}`, { done: done + 1, of, what })}</p>;
    }
    case 'failed':
      return (
        <div role="alert">
          <SectionMessage appearance="error" title={t('settings.start.failed')}>
            <p>{errorText(progress.error)}</p>
            <p>{t('settings.start.failedHint')}</p>
            <Button onClick={() => onRetry(progress.done)}>{t('settings.start.continue')}</Button>
          </SectionMessage>
        </div>
      );
    case 'undone':
      return (
        <div role="status">
          <SectionMessage appearance="success" title={t('settings.start.undone')}>
            {progress.kept.length > 0 && <p>{t('settings.start.kept', { count: progress.kept.length })}</p>}
          </SectionMessage>
        </div>
      );
  }
}
