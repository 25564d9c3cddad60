import { memo } from 'react';
import { Button } from '../primitives/Button.tsx';

interface Props {
  /** Its outline on a field of 24 by 24. */
  readonly icon: string;
  readonly label: string;
  /** The key, as `aria-keyshortcuts` writes it. */
  readonly shortcut?: string;
  /** True if there is nothing to do at present; the button keeps its place and its focus. */
  readonly idle?: boolean;
  readonly primary?: boolean;
  readonly onClick: () => void;
}

/** A button with a picture on it; it renders only when something of it changes. */
export const IconButton = memo(function IconButton({
  icon,
  label,
  shortcut,
  idle = false,
  primary = false,
  onClick,
}: Props) {
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
      <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
        <path d={icon} fill="currentColor" />
      </svg>
    </Button>
  );
});
