import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is said of it where several look alike. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** Adds one to a list, below it. */
export const AddButton = ({ children, label, isDisabled = false, onClick }: Props) => (
  <Button
    appearance="subtle"
    spacing="compact"
    iconBefore={AddIcon}
    aria-label={label}
    isDisabled={isDisabled}
    onClick={onClick}
  >
    {children}
  </Button>
);
