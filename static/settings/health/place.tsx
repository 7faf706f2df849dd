import type { HealthRow } from '../../../src/settings/contract';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import { localized, t } from '../../shared/i18n';
import { issueUrl, openInNewTab } from '../../shared/navigation';
import styles from './health.module.css';

interface Props {
  readonly row: HealthRow;
  readonly definitions: SlaDefinitions | null;
  readonly onGo: (tab: string, id: string) => void;
}

/** Where a problem is, as a link to it; below it the work items it is about. */
export function Place({ row, definitions, onGo }: Props) {
  const [kind = '', id = ''] = splitOnce(row.subject);
  return (
    <>
      <Subject kind={kind} id={id} row={row} definitions={definitions} onGo={onGo} />
      {row.issues !== undefined && (
        <div className={styles.issues}>
          {row.issues.map((key) => (
            <IssueLink key={key} issueKey={key} />
          ))}
        </div>
      )}
    </>
  );
}

function Subject({
  kind,
  id,
  row,
  definitions,
  onGo,
}: Props & { readonly kind: string; readonly id: string }) {
  switch (kind) {
    case 'issue':
      return <IssueLink issueKey={id} />;
    case 'metric': {
      const metric = definitions?.metrics.find((each) => each.id === id);
      if (metric === undefined) return row.params['metric'] ?? id;
      return <Link text={localized(metric.name)} onOpen={() => onGo('metrics', id)} />;
    }
    case 'calendar': {
      const calendar = definitions?.calendars.find((each) => each.id === id);
      if (calendar === undefined) return row.params['calendar'] ?? id;
      return <Link text={calendar.name} onOpen={() => onGo('calendars', id)} />;
    }
    case 'item':
      return row.params['item'] ?? id;
    case 'agreement':
      return row.params['name'] ?? definitions?.agreements.find((each) => each.id === id)?.name ?? id;
    default:
      return row.subject === 'sla' ? t('settings.health.wholeSla') : (row.params['name'] ?? row.subject);
  }
}

const splitOnce = (subject: string): readonly string[] => {
  const at = subject.indexOf(':');
  return at < 0 ? [subject] : [subject.slice(0, at), subject.slice(at + 1)];
};

const IssueLink = ({ issueKey }: { readonly issueKey: string }) => (
  <Link text={issueKey} onOpen={() => void openInNewTab(issueUrl(issueKey))} />
);

const Link = ({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) => (
  <button type="button" className={styles.link} onClick={onOpen}>
    {text}
  </button>
);
