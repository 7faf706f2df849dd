import type { Answer, FormField } from '../../../../src/catalog/domain/model';

export interface InputProps {
  readonly id: string;
  readonly field: FormField;
  readonly answer: Answer;
  readonly isRequired: boolean;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (answer: Answer) => void;
  readonly onLeave: () => void;
}
