import type { HealthRow } from '../../../src/settings/domain/answers';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { Link } from 'wouter';
import { localized, t } from '../../shared/i18n';
import { issueUrl, openInNewTab } from '../../shared/navigation';
import { shownParam } from '../../shared/params';
import { pageAddress } from '../addresses';
import type { Rights } from '../rights';
import styles from './health.module.css';

interface Props {
  readonly row: HealthRow;
  readonly definitions: SlaDefinitions;
  readonly rights: Rights;
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
  rights,
}: Props & { readonly kind: string; readonly id: string }) {
  const { readItems, readSla } = rights;
  switch (kind) {
    case 'issue':
      return id === '' ? t('settings.health.hiddenIssue') : <IssueLink issueKey={id} />;
    case 'metric': {
      const metric = definitions.metrics.find((each) => each.id === id);
      if (metric === undefined) return named(row, 'metric') ?? id;
      return <Named text={localized(metric.name)} to={readSla && pageAddress('metrics', id)} />;
    }
    case 'calendar': {
      const calendar = definitions.calendars.find((each) => each.id === id);
      if (calendar === undefined) return named(row, 'calendar') ?? id;
      return <Named text={calendar.name} to={readSla && pageAddress('calendars', id)} />;
    }
    case 'item':
      return <Named text={named(row, 'item') ?? id} to={readItems && pageAddress('items', id)} />;
    case 'agreement': {
      const agreement = definitions.agreements.find((each) => each.id === id);
      if (agreement === undefined) return named(row, 'name') ?? id;
      return <Named text={agreement.name} to={readSla && pageAddress('agreements', id)} />;
    }
    case 'holidaySet': {
      const set = definitions.holidaySets.find((each) => each.id === id);
      if (set === undefined) return id;
      return <Named text={set.name} to={readSla && pageAddress('holiday-sets', id)} />;
    }
    case 'person':
      return (
        <Named
          text={t('settings.tab.people')}
          to={
            readItems &&
            `${pageAddress('people')}?show=${row.code === 'people.missing' ? 'missing' : staleIn(row)}`
          }
        />
      );
    case 'sla':
      return row.code === 'sla.safeMode' ? (
        <Named text={t('settings.tab.notifications')} to={readSla && pageAddress('notifications')} />
      ) : (
        t('settings.health.wholeSla')
      );
    default:
      return named(row, 'name') ?? row.whose;
  }
}

/** Of stale records, those of accounts that are gone come first. */
const staleIn = ({ params }: HealthRow): string => (params?.['gone'] === 0 ? 'old' : 'gone');

/** What the backend calls it, for what the definitions do not have. */
const named = ({ params }: HealthRow, param: string): string | undefined =>
  params?.[param] === undefined ? undefined : String(shownParam(params[param]));

const splitOnce = (subject: string): readonly string[] => {
  const at = subject.indexOf(':');
  return at < 0 ? [subject] : [subject.slice(0, at), subject.slice(at + 1)];
};

const IssueLink = ({ issueKey }: { readonly issueKey: string }) => (
  <button type="button" className={styles.link} onClick={() => void openInNewTab(issueUrl(issueKey))}>
    {issueKey}
  </button>
);

/** A name, as a link where the viewer can follow it. */
const Named = ({ text, to }: { readonly text: string; readonly to: string | false }) =>
  to === false ? <>{text}</> : <Link to={to}>{text}</Link>;
