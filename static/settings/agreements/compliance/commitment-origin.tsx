import type { Commitment } from '../../../../src/sla/engine/model';
import type { EnteredValue, PeriodResult } from '../../../../src/sla/compliance/domain/result';
import { formatDateTime } from '../../../shared/dates';
import { t } from '../../../shared/i18n';
import { UserName } from '../../../shared/user-name';
import { Disclosure } from '../../../kit/controls';
import forms from '../../../kit/forms.module.css';
import { valueText } from './period-words';

interface Props {
  readonly commitment: Commitment;
  readonly period: PeriodResult;
}

/** Who entered the value, when, with which note, and what it was before; or what Jira counted. */
export function CommitmentOrigin({ commitment, period }: Props) {
  const { id, source } = commitment;
  if (source.kind === 'jql') {
    const share = period.counted?.shares[id];
    if (share === undefined) return <>{t('settings.commitment.notCounted')}</>;
    if ('refused' in share)
      return <span className={forms.error}>{t('settings.commitment.refused', { why: share.refused })}</span>;
    return <>{t('settings.commitment.share', share)}</>;
  }
  const [latest, ...earlier] = [...(period.values[id] ?? [])].reverse();
  if (latest === undefined) return <>{t('settings.commitment.nobody')}</>;
  return (
    <>
      <Entered entered={latest} />
      {earlier.length > 0 && (
        <Disclosure label={t('settings.commitment.earlier', { count: earlier.length })}>
          <ul className={forms.problems}>
            {earlier.map((each) => (
              <li key={each.at}>
                {valueText(commitment, each.value)}: <Entered entered={each} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Entered({ entered: { by, at, note } }: { readonly entered: EnteredValue }) {
  return (
    <>
      <UserName accountId={by} />, {formatDateTime(at)}
      {note === '' ? '' : `: ${note}`}
    </>
  );
}
