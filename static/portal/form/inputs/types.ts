import type { Answer, FormField } from '../../../../src/catalog/domain/model';

export interface InputProps {
  readonly id: string;
  readonly field: FormField;
  readonly answer: Answer;
  readonly isRequired: boolean;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
  /** The first day (`YYYY-MM-DD`) that is taken, where not any is. */
  readonly earliest?: string | undefined;
  readonly onChange: (answer: Answer) => void;
  readonly onLeave: () => void;
}
