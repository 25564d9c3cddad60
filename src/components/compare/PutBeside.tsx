import { lazy, Suspense, useState } from 'react';
import { MAX_BESIDE } from '../../io/limits.ts';
import { useGatescope } from '../../store/context.tsx';
import { PartBoundary } from '../PartBoundary.tsx';
import { Button } from '../primitives/Button.tsx';
import { Sheet } from '../primitives/Sheet.tsx';

const BesideChoices = lazy(async () => ({ default: (await import('./BesideChoices.tsx')).BesideChoices }));

/** Adds another run beside the first: a button, and a popover with the choices. */
export function PutBeside() {
  const [open, setOpen] = useState(false);
  const count = useGatescope((state) => state.inputs.beside?.length ?? 0);
  if (count >= MAX_BESIDE) return null;
  const label = count === 0 ? 'Put beside…' : 'Put a third beside…';
  return (
    <>
      <Button aria-haspopup="dialog" aria-label={label} onClick={() => setOpen(true)}>
        ◫ <span className="where-wide">{label}</span>
      </Button>
      <Sheet title="Put beside" open={open} onClose={() => setOpen(false)} className="beside-sheet">
        <PartBoundary name="Put beside">
          <Suspense fallback={<p className="hint">Loading…</p>}>
            <BesideChoices onDone={() => setOpen(false)} />
          </Suspense>
        </PartBoundary>
      </Sheet>
    </>
  );
}
