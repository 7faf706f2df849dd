import type { Commitment } from '../../../../src/sla/engine/model';
import { Choice, worded } from '../../../kit/controls';
import { FindingsAt } from '../../../kit/editor-page/findings-at';
import { add, elements, type Field } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { CommitmentCard } from './commitment-card';
import { newCommitment, type Preset, PRESETS } from './commitment-presets';

const MOST = 10;

/** What is promised without a clock: availability, satisfaction, a rate. */
export function CommitmentsFields({ commitments }: { readonly commitments: Field<readonly Commitment[]> }) {
  const adds = t('settings.commitment.add');
  return (
    <FindingsAt path={commitments.path}>
      <h4 className={forms.heading}>{t('settings.commitment.title')}</h4>
      <p className={forms.hint}>{t('settings.commitment.hint')}</p>
      <ul className={forms.list}>
        {elements(commitments).map((commitment) => (
          <CommitmentCard key={commitment.value.id} of={commitment} />
        ))}
      </ul>
      {!commitments.readOnly && commitments.value.length < MOST && (
        <Choice<Preset | ''>
          label={adds}
          value=""
          options={[{ value: '', label: adds }, ...worded('settings.commitment.preset', PRESETS)]}
          onChange={(preset) => preset !== '' && add(commitments, newCommitment(preset))}
        />
      )}
    </FindingsAt>
  );
}
