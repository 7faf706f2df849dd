import Textfield from '@atlaskit/textfield';
import { useNumberText } from '../../../shared/use-number-text';
import { LabelledField } from '../../../kit/controls/labelled-field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Nothing is shown as an empty field. */
  readonly value: number | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: number | undefined) => void;
}

/** A number in the viewer's locale that may be left out, kept as it is typed; what is none is told. */
export function NumberField({ id, label, hint, value, readOnly, onChange }: Props) {
  const { text, problem, ...typing } = useNumberText(value, onChange);
  return (
    <LabelledField id={id} label={label} error={problem} {...(hint === undefined ? {} : { hint })}>
      <Textfield
        id={id}
        width={120}
        inputMode="decimal"
        value={text}
        isReadOnly={readOnly}
        isInvalid={problem !== undefined}
        {...typing}
      />
    </LabelledField>
  );
}
