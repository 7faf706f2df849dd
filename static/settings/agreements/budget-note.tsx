import { compactDuration } from '../../../src/kernel/duration';
import type { Budget } from '../../../src/sla/definitions/domain';
import { t } from '../../shared/i18n';
import styles from './agreements.module.css';

/** Whether what the agreements below promise one after the other fits into this one's promise, with both sums. */
export function BudgetNote({ budget }: { readonly budget: Budget }) {
  const time = (ms: number) => compactDuration(ms, t);
  const sums = { children: time(budget.childrenMs), promised: time(budget.promisedMs) };
  return (
    <p className={budget.exceeded ? styles.note : styles.fine}>
      {t(budget.exceeded ? 'settings.agreement.budgetExceeded' : 'settings.agreement.budgetFits', sums)}
    </p>
  );
}
