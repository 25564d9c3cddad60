import { useEffect, useEffectEvent, useState } from 'react';
import { takeEarlyDrop } from './earlyDrops.ts';

/**
 * Passes on a file dropped anywhere on the page, also one dropped while the page was loading. A drop that a part of the
 * page took is left to it. Returns true while a file is dragged over the page.
 */
export function useFileDrop(open: (file: File) => Promise<void>): boolean {
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
  return over;
}
