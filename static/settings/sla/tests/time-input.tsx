import Textfield from '@atlaskit/textfield';
import type { LocalDateTime } from '../../../../src/sla/engine/model';
import type { Bound } from '../../../kit/controls';
import { t } from '../../../shared/i18n';

interface Props extends Bound<LocalDateTime> {
  readonly label: string;
}

const MINUTES = 'YYYY-MM-DDTHH:MM'.length;

/** A wall-clock time of the test case's zone. One with an offset is text: no date picker can hold it. */
export function TimeInput({ label, value, readOnly, onChange }: Props) {
  const plain = !/(Z|[+-]\d\d:\d\d)$/.test(value);
  return (
    <Textfield
      type={plain ? 'datetime-local' : 'text'}
      aria-label={label}
      title={t('settings.test.zoneNote')}
      width={plain ? 220 : 260}
      step={value.length > MINUTES ? '0.001' : undefined}
      value={value}
      isReadOnly={readOnly}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
