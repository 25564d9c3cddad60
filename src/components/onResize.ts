/**
 * Calls back once the elements have a size and whenever it changes, until the returned function is called. Where nothing
 * has a size, as in a document without layout, it never does.
 */
export function onResize(elements: readonly Element[], callback: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(callback);
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
