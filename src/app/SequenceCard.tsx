import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { Button } from '../components/primitives/Button.tsx';
import { Popover } from '../components/primitives/Popover.tsx';
import { Sheet } from '../components/primitives/Sheet.tsx';
import { TokenStrip } from '../components/sequence/TokenStrip.tsx';
import { useSharedColumns } from '../components/timeline/columnsContext.tsx';
import { Deferred } from './Deferred.tsx';
import { useShown } from './PagePart.tsx';

const PresetLine = lazy(async () => ({ default: (await import('../components/beside.ts')).PresetLine }));
const InputPanel = lazy(async () => ({ default: (await import('../components/input/InputPanel.tsx')).InputPanel }));
const Examples = lazy(async () => ({ default: (await import('../components/input/Examples.tsx')).Examples }));

/** What the cell reads: the tokens with what is answered to them, and the ways to something else. */
export function SequenceCard() {
  const shared = useSharedColumns();
  const input = useShown('input');
  return (
    <section className="card sequence-card" aria-label="Sequence">
      <div className="row sequence-head">
        <Deferred meanwhile={<p className="preset-line" />}>
          <PresetLine />
        </Deferred>
        {input && (
          <div className="buttons">
            <Popover label="Edit text" title="What the cell reads" className="input-popover">
              {(_, open) => <Editor open={open} />}
            </Popover>
            <Gallery />
          </div>
        )}
      </div>
      {shared && <TokenStrip shared={shared} />}
    </section>
  );
}

/** The fields for a text, numbers or a curve; made when they are first asked for, and kept with what was typed. */
function Editor({ open }: { readonly open: boolean }) {
  const [made, setMade] = useState(open);
  if (open && !made) setMade(true);
  if (!made) return null;
  return (
    <PartBoundary name="Edit text">
      <Suspense fallback={<p className="hint">Loading…</p>}>
        <FocusOnField open={open} />
      </Suspense>
    </PartBoundary>
  );
}

/** Typing begins at once. */
function FocusOnField({ open }: { readonly open: boolean }) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) around.current?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden]) textarea')?.focus();
  }, [open]);
  return (
    <div ref={around}>
      <InputPanel examples={false} />
    </div>
  );
}

/** The examples over the page; the one that is chosen closes them. */
function Gallery() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Examples
      </Button>
      <Sheet title="Examples" open={open} onClose={() => setOpen(false)} className="gallery">
        <PartBoundary name="Examples">
          <Suspense fallback={<p className="hint">Loading…</p>}>
            <Examples onShown={() => setOpen(false)} />
          </Suspense>
        </PartBoundary>
      </Sheet>
    </>
  );
}
