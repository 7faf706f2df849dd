import Select from '@atlaskit/select';
import { t } from '../../shared/i18n';
import type { Bound } from './bound';

interface Props extends Bound<string> {
  readonly id: string;
  /** Where no field's label names it. */
  readonly label?: string;
}

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ label: zone, value: zone }));

/** A time zone by its IANA name, found by typing. One that the browser does not list stands for itself. */
export function ZoneSelect({ id, label, value: zone, readOnly, onChange }: Props) {
  return (
    <Select
      inputId={id}
      {...(label !== undefined && { 'aria-label': label })}
      options={ZONES}
      value={zone === '' ? null : { label: zone, value: zone }}
      isDisabled={readOnly}
      noOptionsMessage={() => t('kit.zone.none')}
      onChange={(option) => option !== null && onChange(option.value)}
    />
  );
}
