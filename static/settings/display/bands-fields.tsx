import * as v from 'valibot';
import type { Band, Bands } from '../../../src/sla/definitions/domain/display/model';
import { bandsSchema } from '../../../src/sla/definitions/domain/display/schema';
import { t } from '../../shared/i18n';
import { AmountField } from '../../kit/controls/amount-field';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';

interface Props {
  readonly bands: Bands;
  readonly readOnly: boolean;
  readonly onChange: (bands: Bands) => void;
}

const NAMES = ['attention', 'warning'] as const;
const LIMITS = ['percent', 'minutes'] as const;
const MOST: Readonly<Record<keyof Band, number>> = { percent: 100, minutes: 100_000 };

/** When a running clock turns to attention and to a warning. */
export function BandsFields({ bands, readOnly, onChange }: Props) {
  const wrong = !v.is(bandsSchema, bands);
  return (
    <>
      <h3 className={forms.heading}>{t('settings.display.bands')}</h3>
      <p className={forms.hint}>{t('settings.display.bandsHint')}</p>
      {NAMES.map((name) => (
        <fieldset key={name} className={forms.fieldset}>
          <legend className={forms.label}>{t(`settings.display.bands.${name}`)}</legend>
          <div className={forms.pair}>
            {LIMITS.map((limit) => (
              <LabelledField
                key={limit}
                id={`bands-${name}-${limit}`}
                label={t(`settings.display.bands.${limit}`)}
                error={wrong && name === 'attention' ? t('settings.display.bandsWrong') : undefined}
              >
                <AmountField
                  id={`bands-${name}-${limit}`}
                  isWhole
                  isCompact={false}
                  max={MOST[limit]}
                  value={bands[name][limit]}
                  readOnly={readOnly}
                  isInvalid={wrong}
                  onChange={(value) => onChange({ ...bands, [name]: { ...bands[name], [limit]: value } })}
                />
              </LabelledField>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
