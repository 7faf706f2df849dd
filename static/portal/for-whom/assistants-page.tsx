import Breadcrumbs from '@atlaskit/breadcrumbs';
import Button from '@atlaskit/button/default/button';
import { useId, useState } from 'react';
import { type Answer, call, codeOf } from '../../shared/api';
import { LinkCrumb } from '../../kit/address/link-crumb';
import { LabelledField } from '../../kit/controls/labelled-field';
import forms from '../../kit/forms.module.css';
import { formatLocalDate, todayThere } from '../../shared/dates';
import { errorText } from '../../shared/error-text';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { LiveRegion } from '../../shared/live-region';
import { PageHeader, useTitleFocus } from '../../shared/page-header';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { useNow } from '../../shared/use-now';
import { nameOf, useUserName } from '../../shared/user-name';
import { UserPicker } from '../../shared/user-picker';
import { DayPicker } from '../form/inputs/day-picker';
import { useHome } from '../home-data';

type Assistants = Answer<'people.assistants'>;
type Assistant = Assistants['assistants'][number];

/** Who makes requests for the viewer, since when and until when; named and removed here by themselves. */
export function AssistantsPage() {
  const { loaded, reload, replace } = useLoad('assistants', () => call('people.assistants', {}));
  const { reload: reloadHome } = useHome();
  const [said, setSaid] = useState('');
  const focusTitle = useTitleFocus();
  const changed = (answer: Assistants, words: string): void => {
    replace(answer);
    setSaid(words);
    focusTitle();
    reloadHome();
  };
  return (
    <>
      <PageHeader
        title={t('portal.assistants.title')}
        breadcrumbs={
          <Breadcrumbs>
            <LinkCrumb to="/requests" text={t('portal.requests.title')} />
          </Breadcrumbs>
        }
      >
        <p>{t('portal.assistants.hint')}</p>
      </PageHeader>
      <LiveRegion text={said} />
      {loaded.state === 'loading' && <SkeletonLines height={48} count={2} />}
      {loaded.state === 'error' && <ErrorView error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && (
        <>
          {loaded.value.assistants.length === 0 ? (
            <p>{t('portal.assistants.none')}</p>
          ) : (
            <ul className={forms.list}>
              {loaded.value.assistants.map((each) => (
                <li key={each.id} className={forms.card}>
                  <Named assistant={each} onChanged={changed} />
                </li>
              ))}
            </ul>
          )}
          <NameOne onChanged={changed} />
        </>
      )}
    </>
  );
}

type Changed = (answer: Assistants, words: string) => void;

function Named({ assistant, onChanged }: { readonly assistant: Assistant; readonly onChanged: Changed }) {
  const name = useUserName(assistant.id);
  const { run, isBusy, error } = useChange(onChanged);
  const today = todayThere(useNow());
  const remove = async (): Promise<readonly [Assistants, string]> => [
    await call('people.dropAssistant', { assistant: assistant.id }),
    t('portal.assistants.removed', { name }),
  ];
  return (
    <div className={forms.row}>
      <strong className={forms.grow}>{name}</strong>
      <span className={forms.note}>{daysText(assistant, today)}</span>
      <Button
        spacing="compact"
        isLoading={isBusy}
        aria-label={t('portal.assistants.removeNamed', { name })}
        onClick={() => void run(remove)}
      >
        {t('portal.assistants.remove')}
      </Button>
      {error !== '' && <p role="alert">{error}</p>}
    </div>
  );
}

function NameOne({ onChanged }: { readonly onChanged: Changed }) {
  const [person, setPerson] = useState('');
  const [until, setUntil] = useState('');
  const { run, isBusy, error } = useChange(onChanged);
  const ids = { person: useId(), until: useId() };
  const today = todayThere(useNow());
  const isOver = until !== '' && until < today;
  const save = async (): Promise<readonly [Assistants, string]> => {
    const answer = await call('people.nameAssistant', { assistant: person, ...(until !== '' && { until }) });
    const name = (await nameOf(person).catch(() => null)) ?? '—';
    setPerson('');
    setUntil('');
    return [answer, t('portal.assistants.named', { name })];
  };
  return (
    <section>
      <h2 className={forms.heading}>{t('portal.assistants.add')}</h2>
      <LabelledField id={ids.person} label={t('portal.assistants.person')}>
        <UserPicker
          inputId={ids.person}
          label={t('portal.assistants.person')}
          value={person === '' ? null : person}
          onChange={(accountId) => setPerson(accountId ?? '')}
        />
      </LabelledField>
      <LabelledField
        id={ids.until}
        label={t('portal.assistants.last')}
        error={isOver ? t('portal.assistants.over') : undefined}
      >
        <DayPicker
          id={ids.until}
          label={t('portal.assistants.last')}
          value={until}
          earliest={today}
          isInvalid={isOver}
          onChange={setUntil}
        />
      </LabelledField>
      <Button
        appearance="primary"
        isDisabled={person === '' || isOver}
        isLoading={isBusy}
        onClick={() => void run(save)}
      >
        {t('portal.assistants.name')}
      </Button>
      {error !== '' && <p role="alert">{error}</p>}
    </section>
  );
}

/** Runs one change at a time, and says what is in its way. */
function useChange(onChanged: Changed) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const run = async (change: () => Promise<readonly [Assistants, string]>): Promise<void> => {
    setBusy(true);
    setError('');
    try {
      onChanged(...(await change()));
    } catch (failure) {
      setError(codeOf(failure) === 'INVALID_DEFINITION' ? t('portal.assistants.cannot') : errorText(failure));
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, error };
}

function daysText({ from, until }: Assistant, today: string): string {
  const begins = from !== undefined && from > today;
  return [
    from === undefined
      ? ''
      : t(begins ? 'portal.assistants.begins' : 'portal.assistants.since', { from: formatLocalDate(from) }),
    until === undefined ? '' : t('portal.assistants.until', { until: formatLocalDate(until) }),
  ]
    .filter(Boolean)
    .join(' ');
}
