import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is said of it where several look alike. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly spacing?: 'default' | 'compact';
  readonly onClick: () => void;
}

/** Adds one to a list, below it. */
export const AddButton = ({ label, ...look }: Props) => (
  <Button appearance="subtle" spacing="compact" iconBefore={AddIcon} aria-label={label} {...look} />
);
