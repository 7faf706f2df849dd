import { useId } from 'react';
import { type Drawn } from '../../kit/fields';
import { Glyph, GLYPH_NAMES } from '../../shared/glyph';
import { t } from '../../shared/i18n';
import styles from './icon-picker.module.css';

/** One of the glyphs that the portal knows: all of them in sight, chosen like any radio button. */
export function IconPicker({ label, value, readOnly, onChange }: Drawn<string>) {
  const name = useId();
  return (
    <div className={styles.icons} role="radiogroup" aria-label={label}>
      {GLYPH_NAMES.map((glyph) => (
        <label key={glyph} className={styles.icon} title={t(`settings.icon.${glyph}`)}>
          <input
            type="radio"
            className={styles.radio}
            name={name}
            aria-label={t(`settings.icon.${glyph}`)}
            checked={glyph === value}
            disabled={readOnly}
            onChange={() => onChange(glyph)}
          />
          <Glyph name={glyph} />
        </label>
      ))}
    </div>
  );
}
