/** Time as an input: what motion and playing know of the world. */
export interface Clock {
  /** Milliseconds from any fixed point. */
  now(): number;
  /** Calls back once, before the next picture, with the time; returns how to cancel it. */
  frame(callback: (now: number) => void): () => void;
  /** True if the reader asked for reduced motion. Default: never. */
  reducedMotion?(): boolean;
  /** Calls back whenever the document is hidden; returns how to stop. */
  onHidden?(callback: () => void): () => void;
}

/** The clock of the browser's page. Outside a browser frames come every 16 ms. */
export function browserClock(): Clock {
  return {
    now: () => performance.now(),
    frame(callback) {
      if (typeof requestAnimationFrame === 'function') {
        const handle = requestAnimationFrame(callback);
        return () => cancelAnimationFrame(handle);
      }
      const handle = setTimeout(() => callback(performance.now()), 16);
      return () => clearTimeout(handle);
    },
    reducedMotion: () => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches,
    onHidden(callback) {
      if (typeof document === 'undefined') return () => {};
      const listener = (): void => {
        if (document.hidden) callback();
      };
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
  };
}
