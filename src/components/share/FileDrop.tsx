import type { Home } from '../../io/opening.ts';
import { Button } from '../primitives/Button.tsx';
import { DropVeil } from './DropVeil.tsx';
import { OpenOutcome } from './OpenOutcome.tsx';
import { useFileDrop } from './useFileDrop.ts';
import { useOpenFile } from './useOpenFile.ts';
import './share.css';

/** Opens a file dropped anywhere on the page, and says what came of it. */
export function FileDrop({ home }: { readonly home: Home }) {
  const { outcome, open, choose, dismiss } = useOpenFile(home);
  const over = useFileDrop(open);
  return (
    <>
      {over && <DropVeil />}
      {outcome && (
        <aside className="card drop-outcome" aria-label="Opened file">
          <OpenOutcome outcome={outcome} onChoose={choose} onCancel={dismiss} />
          <Button look="icon" aria-label="Dismiss" onClick={dismiss}>
            ×
          </Button>
        </aside>
      )}
    </>
  );
}
