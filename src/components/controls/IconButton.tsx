import { Button } from '../primitives/Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly label: string;
  /** As `aria-keyshortcuts` writes it. */
  readonly shortcut?: string;
  /** Nothing to do at present; the button keeps its place and its focus. */
  readonly idle?: boolean;
  readonly primary?: boolean;
  readonly onClick: () => void;
}

export function IconButton({ icon, label, shortcut, idle = false, primary = false, onClick }: Props) {
  return (
    <Button
      look={primary ? 'primary' : 'plain'}
      className="icon-button"
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-keyshortcuts={shortcut}
      aria-disabled={idle || undefined}
      onClick={idle ? undefined : onClick}
    >
      <Icon name={icon} />
    </Button>
  );
}
