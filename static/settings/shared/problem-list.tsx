import SectionMessage from '@atlaskit/section-message';
import type { Finding } from '../../../src/kernel/finding';
import { t } from '../../shared/i18n';
import { problemText } from '../model/problem-text';
import forms from '../../kit/forms.module.css';

/** What is wrong with a definition and how to mend it: refusals first, then warnings. */
export function ProblemList({ problems }: { readonly problems: readonly Finding[] }) {
  if (problems.length === 0) return null;
  const errors = problems.filter((problem) => problem.severity === 'error');
  const shown = errors.length > 0 ? errors : problems;
  return (
    <SectionMessage
      appearance={errors.length > 0 ? 'error' : 'warning'}
      title={t(errors.length > 0 ? 'settings.refused' : 'settings.warnings')}
    >
      <ul className={forms.problems}>
        {shown.map((problem, index) => (
          <li key={index}>{problemText(problem)}</li>
        ))}
      </ul>
    </SectionMessage>
  );
}
