import * as v from 'valibot';
import { Fragment } from 'react';
import type { Difference } from '../../../src/kernel/diff';
import { isGroupId } from '../../../src/kernel/group-id';
import { type Json, textsIn } from '../../../src/kernel/json';
import { formatLocalDate } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { useGroups } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import styles from './change.module.css';
import { useDefinitionName } from './definition-names';
import { differenceText, isAboutPeople, placeText } from './difference-text';
import type { NameOf } from './value-text';

/** Counts of saves are no change anybody made; what came or went whole is told by what was done. */
const SILENT = /^(?:metrics\.[^.]+\.version|rev|)$/;
const SHOWN = 8;

/** What differs in a definition, line by line. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const told = differences.filter(
    ({ path, before, after }) => !SILENT.test(path) && !(isNothing(before) && isNothing(after)),
  );
  const nameOf = useNames(told);
  if (told.length === 0) return null;
  return (
    <ul className={`${forms.problems} ${styles.list}`}>
      {told.slice(0, SHOWN).map((difference) => (
        <li key={difference.path}>
          <Line difference={difference} nameOf={nameOf} />
        </li>
      ))}
      {told.length > SHOWN && <li>{t('settings.audit.moreChanges', { count: told.length - SHOWN })}</li>}
    </ul>
  );
}

/** Left out, empty, or made of what is empty, as the text of a new item that nobody has written yet. */
const isNothing = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isNothing));

interface LineProps {
  readonly difference: Difference;
  readonly nameOf: NameOf;
}

function Line({ difference, nameOf }: LineProps) {
  const [, assistant, day] = /^assistants\.([^.]+)(?:\.(from|until))?$/.exec(difference.path) ?? [];
  if (assistant !== undefined) return <AssistantLine {...difference} accountId={assistant} day={day} />;
  const [, accountId, path] = /^person:([^.]+)\.(.+)$/.exec(difference.path) ?? [];
  if (accountId === undefined || path === undefined)
    return isAboutPeople(difference) ? <People {...difference} /> : <>{differenceText(difference, nameOf)}</>;
  return (
    <>
      <UserName accountId={accountId} /> › <Line difference={{ ...difference, path }} nameOf={nameOf} />
    </>
  );
}

/** Who makes requests for somebody came, went, or does it on other days. */
function AssistantLine({
  accountId,
  day,
  before,
  after,
}: Difference & { readonly accountId: string; readonly day: string | undefined }) {
  const told = (value: Json | undefined): string => {
    if (value === undefined) return t('settings.change.none');
    const days = v.parse(daysSchema, day === undefined ? value : { [day]: value });
    const shown = (date: string | undefined) => (date ? formatLocalDate(date) : 'none');
    return t('settings.people.days', { from: shown(days.from), until: shown(days.until) });
  };
  return (
    <>
      {t('settings.change.part.assistants')} › <UserName accountId={accountId} />: {told(before)} →{' '}
      {told(after)}
    </>
  );
}

const daysSchema = v.fallback(v.object({ from: v.optional(v.string()), until: v.optional(v.string()) }), {});

/** What ids in differences are called: of definitions here, of groups in Jira. */
function useNames(differences: readonly Difference[]): NameOf {
  const definitionName = useDefinitionName();
  const groupOf = useGroups(
    differences.flatMap(({ before, after }) => [...textsIn(before), ...textsIn(after)]).filter(isGroupId),
  );
  return (id, metricId) => {
    const name = definitionName(id, metricId);
    return name === id && isGroupId(id) ? groupOf(id).name : name;
  };
}

function People({ path, before, after }: Difference) {
  const nameOf = useDefinitionName();
  return (
    <>
      {placeText(path, nameOf)}: <Names accounts={before} /> → <Names accounts={after} />
    </>
  );
}

function Names({ accounts }: { readonly accounts: Json | undefined }) {
  const ids = textsIn(accounts).filter((id) => id !== '');
  if (ids.length === 0) return <>{t('settings.change.none')}</>;
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <UserName accountId={id} />
    </Fragment>
  ));
}
