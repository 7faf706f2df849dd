import { type Bound, Pick, TextInput } from '../../kit/controls';
import type { FieldOption } from '../model/field-catalog';

interface Props extends Bound<string> {
  readonly label: string;
  readonly options: readonly FieldOption[];
}

/** One value of a field: chosen where Jira lists them, typed where it does not. */
export const MapKey = ({ options, label, value, readOnly, onChange }: Props) => {
  const bound = { label, value, readOnly, onChange };
  return options.length > 0 ? (
    <Pick {...bound} options={options} />
  ) : (
    <TextInput isCompact width={160} {...bound} />
  );
};
