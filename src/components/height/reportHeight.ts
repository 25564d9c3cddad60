import { neededHeight } from './neededHeight.ts';

/** Differences of fewer pixels are not told: rounding must not set the page around in motion. */
const LEAST = 2;
/** Milliseconds from one message to the next. */
const INTERVAL = 100;

/**
 * Tells the page around the height in pixels that `heightOf` finds for an element, at first and after every change, in the
 * formats of those who listen: our own, that of learning systems (LTI, as Canvas, Sakai and others read it) and that of
 * H5P's resizer. Nothing but the height is told, so everybody may hear it. Returns how to stop.
 */
export function reportHeight(root: HTMLElement, heightOf: (root: HTMLElement) => number = neededHeight): () => void {
  const tell = (message: object): void => window.parent.postMessage(message, '*');
  let told = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = (): void => {
    timer = undefined;
    const height = heightOf(root);
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
