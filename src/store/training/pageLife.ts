/** The page's coming and going as an input. */
export interface PageLife {
  /** Calls back when the page is left, closed or put aside; returns how to stop. */
  onLeave(callback: () => void): () => void;
  /** Calls back when a page put aside is there again; returns how to stop. */
  onReturn(callback: () => void): () => void;
}

const listened = (name: string, listener: EventListener): (() => void) => {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
};

/** The page of the browser. */
export const browserPage: PageLife = {
  onLeave: (callback) => listened('pagehide', callback),
  onReturn: (callback) => listened('pageshow', (event) => (event as PageTransitionEvent).persisted && callback()),
};
