import * as v from 'valibot';
import type { Band, Bands } from '../../../src/sla/definitions/domain/display/model';
import { bandsSchema } from '../../../src/sla/definitions/domain/display/schema';
import { type Field, Fields, number, part, type Row } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';

const NAMES = ['attention', 'warning'] as const;

const ROWS = (isWrong: boolean): readonly Row<Band>[] => {
  const row = (key: keyof Band, max: number): Row<Band> => ({
    key,
    label: `settings.display.bands.${key}`,
    half: true,
    error: isWrong && 'settings.display.bandsWrong',
    control: number({ isWhole: true, max }),
  });
  return [row('percent', 100), row('minutes', 100_000)];
};

/** When a running clock turns to attention and to a warning. */
export function BandsFields({ bands }: { readonly bands: Field<Bands> }) {
  const isWrong = !v.is(bandsSchema, bands.value);
  return NAMES.map((name) => (
    <fieldset key={name} className={forms.fieldset}>
      <legend className={forms.label}>{t(`settings.display.bands.${name}`)}</legend>
      <Fields of={part(bands, name)} rows={ROWS(isWrong && name === 'attention')} />
    </fieldset>
  ));
}
