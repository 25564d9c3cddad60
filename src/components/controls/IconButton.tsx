import { memo } from 'react';
import { Button } from '../primitives/Button.tsx';

/** Outlines on a field of 24 by 24. */
const paths = {
  first: 'M6 5h2.5v14H6zM19 5v14L9.5 12z',
  back: 'M16 5v14L6.5 12z',
  play: 'M8 4.5v15L20 12z',
  pause: 'M7 5h3.6v14H7zM13.4 5H17v14h-3.6z',
  forward: 'M8 5v14l9.5-7z',
  last: 'M15.5 5H18v14h-2.5zM5 5v14l9.5-7z',
  undo: 'M9 4 3 9.5 9 15v-3.9h4.5a3.4 3.4 0 0 1 0 6.9H8v2.5h5.5a5.9 5.9 0 0 0 0-11.9H9z',
  redo: 'M15 4l6 5.5L15 15v-3.9h-4.5a3.4 3.4 0 0 0 0 6.9H16v2.5h-5.5a5.9 5.9 0 0 1 0-11.9H15z',
} as const;

type IconName = keyof typeof paths;

function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="currentColor" />
    </svg>
  );
}

interface Props {
  readonly icon: IconName;
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
      <Icon name={icon} />
    </Button>
  );
});
