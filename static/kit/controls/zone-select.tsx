import Select from '@atlaskit/select';
import { t } from '../../shared/i18n';

interface Props {
  /** Of its field, which its label names. */
  readonly id: string;
  readonly zone: string;
  readonly readOnly: boolean;
  readonly onChange: (zone: string) => void;
}

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ label: zone, value: zone }));

/** A time zone by its IANA name, found by typing. One that the browser does not list stands for itself. */
export function ZoneSelect({ id, zone, readOnly, onChange }: Props) {
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
