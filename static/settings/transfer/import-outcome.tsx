import SectionMessage from '@atlaskit/section-message';
import type { ImportOutcome as Outcome } from '../../../src/kernel/answers';
import { t } from '../../shared/i18n';
import { problemText } from '../model/problem-text';
import forms from '../../kit/forms.module.css';

/** What an import would change or has changed, and what stands in its way. */
export function ImportOutcome({ outcome }: { readonly outcome: Outcome }) {
  return (
    <SectionMessage appearance={outcome.problems.length > 0 ? 'warning' : 'information'}>
      <p>
        {t('settings.transfer.counts', {
          created: outcome.created,
          updated: outcome.updated,
          unchanged: outcome.unchanged,
        })}
      </p>
      <ul className={forms.problems}>
        {outcome.problems.map((problem, index) => (
          <li key={index}>
            <code>{[problem.whose, problem.at].filter(Boolean).join('.')}</code> {problemText(problem)}
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}
