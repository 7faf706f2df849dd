export interface UserPickerProps {
  /** Account id, or null for nobody. */
  readonly value: string | null;
  readonly inputId: string;
  readonly label: string;
  readonly isInvalid?: boolean;
  readonly isDisabled?: boolean;
  readonly isClearable?: boolean;
  readonly describedBy?: string;
  readonly onChange: (accountId: string | null) => void;
}
