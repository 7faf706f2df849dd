import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { SlaChange } from '../../../src/sla/definitions/domain/answers/changes';
import { formatDateTime } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import forms from '../../kit/forms.module.css';
import styles from './change.module.css';
import { ChangeLog } from './change-log';
import { Differences } from './differences';
import { totalOf } from './dry-run-result';

interface Props {
  readonly change: SlaChange;
  readonly onUndo?: (() => void) | undefined;
}

/** One change: who, when, what, on which cycles, and what came of it. */
export function ChangeEntry({ change, onUndo }: Props) {
  const [open, setOpen] = useState(false);
  const { version, at, by, action, subjectName, undoneBy, undoUntil, logPages = 0 } = change;
  return (
    <article className={styles.entry}>
      <div className={styles.barRow}>
        <div>
          <strong>
            {t(`settings.audit.action.${action}`)}
            {subjectName === undefined ? '' : `: ${localized(subjectName)}`}
          </strong>{' '}
          {undoneBy !== undefined && <Lozenge>{t('settings.history.undone', { version: undoneBy })}</Lozenge>}
          <p className={forms.hint}>
            {t('settings.history.version', { version })} · {formatDateTime(at)} · <UserName accountId={by} />
          </p>
        </div>
        {onUndo !== undefined && undoUntil !== undefined && (
          <Button spacing="compact" onClick={onUndo}>
            {t('settings.history.undo')}
          </Button>
        )}
      </div>
      <p>{scopeText(change)}</p>
      {change.counts !== undefined && <p>{outcomeText(change)}</p>}
      <Differences differences={change.differences} />
      {logPages > 0 && (
        <Button appearance="subtle" spacing="compact" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'settings.history.hideLog' : 'settings.history.log')}
        </Button>
      )}
      {open && <ChangeLog version={version} pages={logPages} />}
    </article>
  );
}

type Scope = Pick<SlaChange, 'from' | 'closedSince' | 'undoes'> & { readonly scope?: string | undefined };

/** Which clocks a change concerns. */
export function scopeText({ scope, from, closedSince, undoes }: Scope): string {
  if (undoes !== undefined) return t('settings.history.undoes', { version: undoes });
  if (scope === undefined) return t('settings.history.noClock');
  const name = t(`settings.change.scope.${scope}`);
  if (closedSince !== undefined)
    return t('settings.history.closedSince', { scope: name, when: formatDateTime(closedSince) });
  return from === undefined
    ? t('settings.history.scope', { scope: name })
    : t('settings.history.scopeFrom', { scope: name, when: formatDateTime(from) });
}

function outcomeText({ counts, changedIssues = 0 }: SlaChange): string {
  if (counts === undefined || totalOf(counts) === 0) return t('settings.history.nothingMoved');
  return t('settings.history.outcome', {
    issues: changedIssues,
    toBreached: counts.metToBreached + counts.breachedNow + counts.appearsLate,
    toMet: counts.breachedToMet + counts.notBreached,
  });
}
