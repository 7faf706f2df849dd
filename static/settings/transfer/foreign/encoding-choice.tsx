import { ENCODINGS, type Encoding } from '../../../shared/decode-text';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { Choice } from '../../../kit/controls';

interface Props {
  readonly encoding: Encoding;
  readonly onChange: (encoding: Encoding) => void;
}

/** How a file was read that does not say how its letters are encoded, and the others to try: the draft shows the names. */
export function EncodingChoice({ encoding, onChange }: Props) {
  return (
    <div className={forms.row} role="status">
      <span>{t('settings.foreign.guessed')}</span>
      <Choice
        label={t('settings.foreign.encoding')}
        value={encoding}
        options={ENCODINGS.map((value) => ({ value, label: value }))}
        onChange={onChange}
      />
    </div>
  );
}
