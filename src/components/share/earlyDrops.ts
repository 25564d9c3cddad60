/** Asks for the file that was dropped before anything could open one. */
const ASK = 'gatescope-early-drop';

/** Keeps a file that is dropped while the page is still loading, until `takeEarlyDrop` asks for it. */
export function keepEarlyDrop(): void {
  let kept: File | null = null;
  const onDrag = (event: DragEvent): void => event.preventDefault();
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    kept = event.dataTransfer?.files[0] ?? kept;
  };
  const onAsk = (event: Event): void => {
    window.removeEventListener('dragover', onDrag);
    window.removeEventListener('drop', onDrop);
    window.removeEventListener(ASK, onAsk);
    if (kept) (event as CustomEvent<(file: File) => void>).detail(kept);
  };
  window.addEventListener('dragover', onDrag);
  window.addEventListener('drop', onDrop);
  window.addEventListener(ASK, onAsk);
}

/** Opens the file that was dropped while the page was loading, if there is one. */
export function takeEarlyDrop(open: (file: File) => void): void {
  window.dispatchEvent(new CustomEvent(ASK, { detail: open }));
}
