import type { HealthRow } from '../../../src/settings/domain/answers';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import { localized, t } from '../../shared/i18n';
import { issueUrl, openInNewTab } from '../../shared/navigation';
import { shownParam } from '../../shared/params';
import styles from './health.module.css';

interface Props {
  readonly row: HealthRow;
  readonly definitions: SlaDefinitions | null;
  /** Whether the viewer has a tab. */
  readonly opens: (tab: string) => boolean;
  readonly onGo: (tab: string, id: string) => void;
}

/** Where a problem is, as a link to it; below it the work items it is about. */
export function Place(props: Props) {
  const { row } = props;
  const [kind = '', id = ''] = splitOnce(row.whose);
  return (
    <>
      <Subject {...props} kind={kind} id={id} />
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
  opens,
  onGo,
}: Props & { readonly kind: string; readonly id: string }) {
  const to = (tab: string) => (opens(tab) ? () => onGo(tab, id) : undefined);
  switch (kind) {
    case 'issue':
      return id === '' ? t('settings.health.hiddenIssue') : <IssueLink issueKey={id} />;
    case 'metric': {
      const metric = definitions?.metrics.find((each) => each.id === id);
      if (metric === undefined) return named(row, 'metric') ?? id;
      return <Link text={localized(metric.name)} onOpen={to('metrics')} />;
    }
    case 'calendar': {
      const calendar = definitions?.calendars.find((each) => each.id === id);
      if (calendar === undefined) return named(row, 'calendar') ?? id;
      return <Link text={calendar.name} onOpen={to('calendars')} />;
    }
    case 'item':
      return <Link text={named(row, 'item') ?? id} onOpen={to('items')} />;
    case 'agreement': {
      const agreement = definitions?.agreements.find((each) => each.id === id);
      if (agreement === undefined) return named(row, 'name') ?? id;
      return <Link text={agreement.name} onOpen={to('agreements')} />;
    }
    case 'holidaySet': {
      const set = definitions?.holidaySets.find((each) => each.id === id);
      if (set === undefined) return id;
      return <Link text={set.name} onOpen={to('holidaySets')} />;
    }
    case 'sla':
      return row.code === 'sla.safeMode' ? (
        <Link text={t('settings.tab.notifications')} onOpen={to('notifications')} />
      ) : (
        t('settings.health.wholeSla')
      );
    default:
      return named(row, 'name') ?? row.whose;
  }
}

/** What the backend calls it, for what the definitions do not have. */
const named = ({ params }: HealthRow, param: string): string | undefined =>
  params?.[param] === undefined ? undefined : String(shownParam(params[param]));

const splitOnce = (subject: string): readonly string[] => {
  const at = subject.indexOf(':');
  return at < 0 ? [subject] : [subject.slice(0, at), subject.slice(at + 1)];
};

const IssueLink = ({ issueKey }: { readonly issueKey: string }) => (
  <Link text={issueKey} onOpen={() => void openInNewTab(issueUrl(issueKey))} />
);

/** A name, as a link where the viewer can follow it. */
const Link = ({ text, onOpen }: { readonly text: string; readonly onOpen: (() => void) | undefined }) =>
  onOpen === undefined ? (
    <>{text}</>
  ) : (
    <button type="button" className={styles.link} onClick={onOpen}>
      {text}
    </button>
  );
