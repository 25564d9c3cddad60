import { useEffect, useEffectEvent, useState } from 'react';
import type { Home } from '../../io/opening.ts';
import { Button } from '../primitives/Button.tsx';
import { takeEarlyDrop } from './earlyDrops.ts';
import { OpenOutcome } from './OpenOutcome.tsx';
import { useOpenFile } from './useOpenFile.ts';
import './share.css';

/** Opens a file dropped anywhere on the page, and says what came of it. A drop that a part of the page took is left to it. */
export function FileDrop({ home }: { readonly home: Home }) {
  const { outcome, open, choose, dismiss } = useOpenFile(home);
  const [over, setOver] = useState(false);
  const onDrag = useEffectEvent((event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  });
  const onLeave = useEffectEvent((event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(false);
  });
  const onDrop = useEffectEvent((event: DragEvent): void => {
    setOver(false);
    const files = event.dataTransfer?.files;
    if (event.defaultPrevented || !files || files.length === 0) return;
    event.preventDefault();
    void open(files[0]);
  });
  const onEarly = useEffectEvent((file: File): void => void open(file));
  useEffect(() => {
    takeEarlyDrop((file) => onEarly(file));
    const listeners = { dragover: onDrag, dragleave: onLeave, drop: onDrop };
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener);
    };
  }, []);
  return (
    <>
      {over && (
        <p className="drop-veil" aria-hidden>
          Drop the file to open it
        </p>
      )}
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
