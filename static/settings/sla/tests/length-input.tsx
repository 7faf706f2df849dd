import { readLength, writeLength } from '../../../../src/sla/definitions/domain/testcases/length';
import type { Bound } from '../../../kit/controls';
import { NumberInput } from '../../../kit/controls/amount-field';
import { t } from '../../../shared/i18n';
import type { Measure } from '../../../shared/use-number-text';

interface Props extends Bound<number | undefined> {
  readonly label: string;
}

const LENGTH: Measure = {
  read: (typed) => (typed.trim() === '' ? 'empty' : (readLength(typed) ?? 'none')),
  text: writeLength,
  shown: writeLength,
  example: () => '8:00',
  problem: (read) => (read === 'none' ? t('settings.test.lengthInvalid') : undefined),
};

/** Hours and minutes of working time, in ms: `26:30`. Nothing is written while what is typed is no length. */
export const LengthInput = (props: Props) => (
  <NumberInput {...props} measure={LENGTH} isCompact={false} width={140} />
);
