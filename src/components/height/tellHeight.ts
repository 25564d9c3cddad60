/**
 * A ref for what is shown in a frame: tells the page around the height in pixels that `heightOf` finds, by default that of
 * all that is inside. The code for it is fetched only in a frame, which works without it.
 */
export function tellHeight(
  root: HTMLElement | null,
  heightOf?: (root: HTMLElement) => number,
): (() => void) | undefined {
  if (!root || window.parent === window) return undefined;
  let stop = (): void => {};
  let stopped = false;
  const begin = async (): Promise<void> => {
    const { reportHeight } = await import('./reportHeight.ts');
    if (!stopped) stop = reportHeight(root, heightOf);
  };
  void begin().catch(() => {});
  return () => {
    stopped = true;
    stop();
  };
}
