import Select from '@atlaskit/select';
import { t } from '../../shared/i18n';
import type { Bound } from './bound';

interface Props extends Bound<string> {
  /** Of its field, which its label names. */
  readonly id: string;
}

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ label: zone, value: zone }));

/** A time zone by its IANA name, found by typing. One that the browser does not list stands for itself. */
export function ZoneSelect({ id, value: zone, readOnly, onChange }: Props) {
  return (
    <Select
      inputId={id}
      options={ZONES}
      value={{ label: zone, value: zone }}
      isDisabled={readOnly}
      noOptionsMessage={() => t('kit.zone.none')}
      onChange={(option) => option !== null && onChange(option.value)}
    />
  );
}
