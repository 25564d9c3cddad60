/**
 * Calls back once the elements have a size and whenever it changes, until the returned function is called. It does so in the
 * next frame: what changes sizes within the frame that reports one is an error in every engine. A page that is being
 * printed gets no frame and is called back at once. Where nothing has a size, as in a document without layout, it never does.
 */
export function onResize(elements: readonly Element[], callback: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {};
  let frame = 0;
  const now = (): void => {
    frame = 0;
    callback();
  };
  const observer = new ResizeObserver(() => {
    if (matchMedia('print').matches) callback();
    else if (frame === 0) frame = requestAnimationFrame(now);
  });
  for (const element of elements) observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
