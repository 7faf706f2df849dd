import { t } from '../../shared/i18n';
import type { Bound } from './bound';
import { Chips } from './chips';
import styles from './chips.module.css';
import { ZoneSelect } from './zone-select';

interface Props extends Bound<readonly string[]> {
  readonly id: string;
  readonly label: string;
}

/** Time zones by their IANA names: each with a button to drop it, and a picker to add one. */
export function ZoneList({ id, label, value: zones, readOnly, onChange }: Props) {
  return (
    <Chips
      label={label}
      value={zones}
      readOnly={readOnly}
      nameOf={(zone) => zone}
      removes={(zone) => t('kit.removeValue', { name: zone })}
      onChange={onChange}
    >
      <span className={styles.picker}>
        <ZoneSelect
          id={id}
          label={t('kit.addValueTo', { label })}
          value=""
          readOnly={readOnly}
          onChange={(zone) => zones.includes(zone) || onChange([...zones, zone])}
        />
      </span>
    </Chips>
  );
}
