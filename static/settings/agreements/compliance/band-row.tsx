import IconButton from '@atlaskit/button/icon/button';
import DeleteIcon from '@atlaskit/icon/core/delete';
import type { Band } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import { AmountField } from '../../../kit/controls/amount-field';
import forms from '../../../kit/forms.module.css';

interface Props {
  readonly band: Band;
  readonly n: number;
  readonly readOnly: boolean;
  readonly onChange: (band: Band) => void;
  readonly onRemove: () => void;
}

/** `Below 95 % of compliance: 5 % of the charge is paid back`. */
export function BandRow({ band, n, readOnly, onChange, onRemove }: Props) {
  const { kind, at, share } = band;
  const say = (part: string) => t(`settings.compliance.band.${kind}.${part}`);
  return (
    <li className={forms.row}>
      <span>{say('before')}</span>
      <AmountField
        label={t('settings.compliance.band.at', { n })}
        value={at}
        readOnly={readOnly}
        onChange={(next) => onChange({ ...band, at: next })}
      />
      <span>{say('between')}</span>
      <AmountField
        label={t('settings.compliance.band.share', { n })}
        value={share}
        readOnly={readOnly}
        onChange={(next) => onChange({ ...band, share: next })}
      />
      <span>{say('after')}</span>
      {!readOnly && (
        <IconButton
          appearance="subtle"
          icon={DeleteIcon}
          label={t('settings.compliance.band.remove', { n })}
          onClick={onRemove}
        />
      )}
    </li>
  );
}
