import type { Commitment } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import { Choice } from '../../../kit/controls/choice';
import forms from '../../../kit/forms.module.css';
import { ProblemsAt } from '../../shared/problems-at';
import { CommitmentCard } from './commitment-card';
import { newCommitment, PRESETS } from './commitment-presets';

interface Props {
  readonly commitments: readonly Commitment[];
  readonly readOnly: boolean;
  readonly onChange: (commitments: readonly Commitment[]) => void;
}

const MOST = 10;

/** What is promised without a clock: availability, satisfaction, a rate. */
export function CommitmentsFields({ commitments, readOnly, onChange }: Props) {
  const add = t('settings.commitment.add');
  return (
    <ProblemsAt path="terms.commitments">
      <h4 className={forms.heading}>{t('settings.commitment.title')}</h4>
      <p className={forms.hint}>{t('settings.commitment.hint')}</p>
      <ul className={forms.list}>
        {commitments.map((commitment, index) => (
          <CommitmentCard
            key={commitment.id}
            commitment={commitment}
            index={index}
            readOnly={readOnly}
            onChange={(next) =>
              onChange(commitments.map((each) => (each.id === commitment.id ? next : each)))
            }
            onRemove={() => onChange(commitments.filter(({ id }) => id !== commitment.id))}
          />
        ))}
      </ul>
      {!readOnly && commitments.length < MOST && (
        <Choice
          label={add}
          value=""
          options={[
            { value: '', label: add },
            ...PRESETS.map((value) => ({ value, label: t(`settings.commitment.preset.${value}`) })),
          ]}
          onChange={(preset) => preset !== '' && onChange([...commitments, newCommitment(preset)])}
        />
      )}
    </ProblemsAt>
  );
}
