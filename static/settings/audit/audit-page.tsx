import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { ShownAuditEntry } from '../../../src/settings/domain/answers';
import { type Answer, call } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { scopeText } from '../change/change-entry';
import { DefinitionNames } from '../change/definition-names';
import { Differences } from '../change/differences';
import type { OwnProps, PageProps } from '../page-props';
import forms from '../../kit/forms.module.css';
import { ListTable } from '../../kit/list/list-table';

type Props = Pick<PageProps, 'definitions'> & Pick<OwnProps<Answer<'settings.audit'>>, 'own'>;

const PERSON = 'person:';

/** Who changed what, when, from what to what. Append-only; newest first. */
export function AuditPage({ definitions, own: first }: Props) {
  const [more, setMore] = useState<readonly ShownAuditEntry[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const entries = [...first.entries, ...more];
  const [names, setNames] = useState(first.names);
  const next = cursor ?? (more.length === 0 ? first.cursor : undefined);
  return (
    <DefinitionNames value={{ ...definitions, parts: names }}>
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
            formatDateTime(entry.at),
            entry.by === undefined ? t('settings.audit.nobody') : <UserName key="who" accountId={entry.by} />,
            <>
              {t(`settings.audit.action.${entry.action}`)}
              {entry.subjectName === undefined ? '' : `: ${localized(entry.subjectName)}`}
              {entry.subject.startsWith(PERSON) && (
                <>
                  : <UserName accountId={entry.subject.slice(PERSON.length)} />
                </>
              )}
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
              setNames({ ...names, ...page.names });
              setCursor(page.cursor ?? null);
            })
          }
        >
          {t('settings.showMore')}
        </Button>
      )}
    </DefinitionNames>
  );
}

function Changes({ entry }: { readonly entry: ShownAuditEntry }) {
  if (entry.withheld) return <>{t('settings.audit.withheld')}</>;
  const beneficiary = entry.changes.find(({ path }) => path === 'beneficiary')?.after;
  if (typeof beneficiary === 'string')
    return (
      <>
        {t('settings.audit.requestedFor')}: <UserName accountId={beneficiary} />
      </>
    );
  // What became of an approval is what was done; why it did is not told there.
  const changes = entry.changes.filter(({ path }) => path !== 'approval');
  const { reason, scope, undoes } = entry;
  if (scope === undefined && undoes === undefined && changes.length === 0) return <>{reason ?? '–'}</>;
  return (
    <>
      {(scope ?? undoes) !== undefined && <p>{scopeText(entry)}</p>}
      <Differences differences={changes} />
    </>
  );
}
