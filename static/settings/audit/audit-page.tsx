import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { AuditEntry } from '../../../src/settings/contract';
import { call } from '../../shared/api';
import { locale, t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { UserName } from '../../shared/user-name';
import forms from '../shared/forms.module.css';
import { ListTable } from '../shared/list-table';
import { Loading } from '../shared/loading';

/** Who changed what, when, from what to what. Append-only; newest first. */
export function AuditPage() {
  const { loaded: first, reload } = useLoad('audit', () => call('settings.audit', {}));
  const [more, setMore] = useState<readonly AuditEntry[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const entries = first.state === 'ready' ? [...first.value.entries, ...more] : [];
  if (first.state !== 'ready') return <Loading loaded={first} onRetry={reload} />;
  const next = cursor ?? (more.length === 0 ? first.value.cursor : undefined);
  const instant = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <h2 className={forms.title}>{t('settings.tab.audit')}</h2>
      <ListTable
        caption={t('settings.tab.audit')}
        columns={[
          t('settings.audit.when'),
          t('settings.audit.who'),
          t('settings.audit.what'),
          t('settings.audit.changes'),
        ]}
        empty={t('settings.audit.empty')}
        rows={entries.map((entry) => ({
          id: entry.id,
          cells: [
            instant.format(new Date(entry.at)),
            <UserName key="who" accountId={entry.by} />,
            <>
              {t(`settings.audit.action.${entry.action}`)}
              {entry.subject === 'definitions' ? '' : `: ${entry.subjectName}`}
            </>,
            <Changes key="changes" entry={entry} />,
          ],
        }))}
      />
      {next !== undefined && (
        <Button
          onClick={() =>
            void call('settings.audit', { cursor: next }).then((page) => {
              setMore([...more, ...page.entries]);
              setCursor(page.cursor ?? null);
            })
          }
        >
          {t('settings.showMore')}
        </Button>
      )}
    </>
  );
}

const SHOWN = 5;

function Changes({ entry }: { readonly entry: AuditEntry }) {
  if (entry.changes.length === 0) return <>{entry.reason ?? '–'}</>;
  return (
    <ul className={forms.problems}>
      {entry.changes.slice(0, SHOWN).map((change) => (
        <li key={change.path}>
          <code>{change.path}</code>: {change.before === '' ? '–' : change.before} →{' '}
          {change.after === '' ? '–' : change.after}
        </li>
      ))}
      {entry.changes.length > SHOWN && (
        <li>{t('settings.audit.moreChanges', { count: entry.changes.length - SHOWN })}</li>
      )}
    </ul>
  );
}
