import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { personName } from '../../shared/person-name';
import { useUserNames } from '../../shared/use-user-names';
import type { Home } from '../home-data';
import styles from '../portal.module.css';
import { chooseForWhom } from './for-whom';

interface Props {
  readonly people: Home['ordersFor'];
  /** Whom requests are made for now; `null` for the viewer. */
  readonly person: string | null;
  /** Whose wish it was no more, when the viewer came to that. */
  readonly ended: string | null;
  /** Not all that decides is known of them. */
  readonly untold: boolean;
  /** A form is open, which is filled in for one person: it is changed elsewhere. */
  readonly isSettled: boolean;
}

/** Chooses for whom the portal is shown, and says all the time that it is not the viewer. */
export function Switch({ people, person, ended, untold, isSettled }: Props) {
  const names = useUserNames([...people.map(({ id }) => id), person ?? '', ended ?? '']);
  const nameOf = (id: string): string => personName(names.get(id) ?? '…');
  const options = [
    { value: '', label: t('portal.forWhom.myself') },
    ...people.map(({ id }) => ({ value: id, label: nameOf(id) })),
  ];
  const hasChoice = people.length > 0 && !isSettled;
  if (!hasChoice && person === null && ended === null) return null;
  return (
    <section className={styles.notice} aria-label={t('portal.forWhom.label')}>
      {ended !== null && person === null && (
        <div role="alert">
          <SectionMessage appearance="warning">
            <p>{t('portal.forWhom.ended', { name: nameOf(ended) })}</p>
          </SectionMessage>
        </div>
      )}
      {hasChoice && (
        <div className={forms.row}>
          <span className={forms.label} aria-hidden>
            {t('portal.forWhom.label')}
          </span>
          <Choice
            label={t('portal.forWhom.label')}
            value={person ?? ''}
            options={options}
            onChange={(id) => chooseForWhom(id === '' ? null : id)}
          />
        </div>
      )}
      {person !== null && (
        <div role="status">
          <SectionMessage title={t('portal.forWhom.title', { name: nameOf(person) })}>
            <p>{t('portal.forWhom.text', { name: nameOf(person) })}</p>
            {untold && !isSettled && <p>{t('portal.forWhom.untold', { name: nameOf(person) })}</p>}
            {!isSettled && (
              <div className={forms.row}>
                <Button onClick={() => chooseForWhom(null)}>{t('portal.forWhom.back')}</Button>
              </div>
            )}
          </SectionMessage>
        </div>
      )}
    </section>
  );
}
