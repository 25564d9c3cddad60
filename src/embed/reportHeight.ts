import { neededHeight } from './neededHeight.ts';

/** Differences of fewer pixels are not told: rounding must not set the page around in motion. */
const LEAST = 2;
/** Milliseconds from one message to the next. */
const INTERVAL = 100;

/**
 * Tells the page around of the height that an instance needs, at first and after every change, in the words of those
 * who listen: our own, those of learning systems (LTI, as Canvas, Sakai and others read them) and those of the resizer
 * of H5P. Nothing but the height is told, so everybody may hear it. Returns how to stop.
 */
export function reportHeight(root: HTMLElement, tell: (message: object) => void): () => void {
  let told = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = (): void => {
    timer = undefined;
    const height = neededHeight(root);
    if (Math.abs(height - told) < LEAST) return;
    told = height;
    for (const message of messagesOf(height)) tell(message);
  };
  const ask = (): void => {
    timer ??= setTimeout(report, INTERVAL);
  };
  const sizes = new ResizeObserver(ask);
  const watch = (): void => {
    for (const child of root.children) sizes.observe(child);
    ask();
  };
  // another picture may need another height in a box of the same size
  const content = new MutationObserver(watch);
  content.observe(root, { childList: true, subtree: true, attributeFilter: ['viewBox'] });
  tell({ context: 'h5p', action: 'hello' });
  watch();
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    content.disconnect();
  };
}

const messagesOf = (height: number): readonly object[] => [
  { type: 'gates:resize', version: 1, height },
  { subject: 'lti.frameResize', height },
  { subject: 'org.imsglobal.lti.frameResize', height },
  { context: 'h5p', action: 'resize', scrollHeight: height },
];
