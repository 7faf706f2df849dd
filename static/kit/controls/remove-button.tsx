import IconButton from '@atlaskit/button/icon/button';
import CrossIcon from '@atlaskit/icon/core/cross';

interface Props {
  readonly label: string;
  readonly onClick: () => void;
}

/** Takes one of several things away. */
export const RemoveButton = ({ label, onClick }: Props) => (
  <IconButton appearance="subtle" spacing="compact" icon={CrossIcon} label={label} onClick={onClick} />
);
