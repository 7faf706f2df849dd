import type { HealthRow } from '../../../src/settings/domain/answers';
import type { LocalizedText } from '../../../src/kernel/text';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { Link } from 'wouter';
import { named as options } from '../../kit/controls';
import { t } from '../../shared/i18n';
import { issueUrl, openInNewTab } from '../../shared/navigation';
import { shownParam } from '../../shared/params';
import { type PageKey, pageAddress } from '../addresses';
import type { Rights } from '../rights';
import forms from '../../kit/forms.module.css';
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

interface Listed {
  readonly page: PageKey;
  readonly of: (
    definitions: SlaDefinitions,
  ) => readonly { readonly id: string; readonly name: string | LocalizedText }[];
  /** What the backend calls one that is not there. */
  readonly named?: string;
}

const LISTED: Readonly<Record<string, Listed>> = {
  metric: { page: 'metrics', of: ({ metrics }) => metrics, named: 'metric' },
  calendar: { page: 'calendars', of: ({ calendars }) => calendars, named: 'calendar' },
  agreement: { page: 'agreements', of: ({ agreements }) => agreements, named: 'name' },
  holidaySet: { page: 'holiday-sets', of: ({ holidaySets }) => holidaySets },
};

interface SubjectProps extends Props {
  readonly kind: string;
  readonly id: string;
}

function Subject({ kind, id, row, definitions, rights: { readItems, readSla } }: SubjectProps) {
  const listed = LISTED[kind];
  if (listed !== undefined) {
    const [found] = options(listed.of(definitions).filter((each) => each.id === id));
    if (found === undefined) return (listed.named && named(row, listed.named)) ?? id;
    return <Named text={found.label} to={readSla && pageAddress(listed.page, id)} />;
  }
  switch (kind) {
    case 'issue':
      return id === '' ? t('settings.health.hiddenIssue') : <IssueLink issueKey={id} />;
    case 'item':
      return <Named text={named(row, 'item') ?? id} to={readItems && pageAddress('items', id)} />;
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
  <button
    type="button"
    className={`${forms.link} ${styles.link}`}
    onClick={() => void openInNewTab(issueUrl(issueKey))}
  >
    {issueKey}
  </button>
);

/** A name, as a link where the viewer can follow it. */
const Named = ({ text, to }: { readonly text: string; readonly to: string | false }) =>
  to === false ? <>{text}</> : <Link to={to}>{text}</Link>;
