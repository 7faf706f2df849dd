import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { CycleChange, CycleSays } from '../../../src/sla/definitions/domain/answers/changes';
import { IssueLink } from '../../shared/issue-link';
import { formatDateTime } from '../../shared/dates';
import { locale, t } from '../../shared/i18n';
import { ListTable } from '../../kit/list/list-table';
import { useDefinitionName } from './definition-names';

interface Props {
  readonly caption: string;
  readonly rows: readonly CycleChange[];
  /** How many there are in all; the list may have been cut. */
  readonly total: number;
}

const PAGE = 10;

/** Work items with what their clocks said before and after. */
export function CycleChanges({ caption, rows, total }: Props) {
  const [shown, setShown] = useState(PAGE);
  const nameOf = useDefinitionName();
  if (rows.length === 0) return null;
  return (
    <>
      <ListTable
        caption={caption}
        columns={[
          t('settings.dryRun.issue'),
          t('settings.dryRun.metric'),
          t('settings.dryRun.what'),
          t('settings.dryRun.before'),
          t('settings.dryRun.after'),
        ]}
        empty=""
        rows={rows.slice(0, shown).map((row) => ({
          id: `${row.issueId}:${row.metricId}:${row.cycle}`,
          cells: [
            <IssueLink key="issue" issueKey={row.issueKey} />,
            nameOf(row.metricId),
            t(`settings.flip.${row.kind}`),
            saysText(row.before),
            saysText(row.after),
          ],
        }))}
      />
      {rows.length > shown && (
        <Button appearance="subtle" onClick={() => setShown(shown + 40)}>
          {t('settings.showMore')}
        </Button>
      )}
      {total > rows.length && <p>{t('settings.dryRun.cut', { shown: rows.length, total })}</p>}
    </>
  );
}

function saysText(says: CycleSays | null): string {
  if (says === null) return '–';
  const { due, ifResumed } = says;
  const late = says.breached && says.state !== 'BREACHED_STOPPED';
  const state = late ? t('settings.dryRun.breached') : t(`settings.state.${says.state}`);
  const at = due ?? ifResumed;
  const how = due === undefined ? 'saysIfResumed' : 'says';
  const text = at === undefined ? state : t(`settings.dryRun.${how}`, { due: formatDateTime(at), state });
  // States are written to stand inside a sentence; here one begins it.
  return text.slice(0, 1).toLocaleUpperCase(locale()) + text.slice(1);
}
