import { NARROW, useMedia } from '../useMedia.ts';
import { CellSwitch } from './CellSwitch.tsx';
import { Options } from './Options.tsx';

/** The choice of the cell and of its options, for a diagram in another page. */
export function CellPanel() {
  const narrow = useMedia(NARROW);
  return (
    <div className="controls">
      <CellSwitch narrow={narrow} />
      <Options />
    </div>
  );
}
