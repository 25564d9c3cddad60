/** The page's coming and going as an input. */
export interface PageLife {
  /** Calls back when the page is left, closed or put aside; returns how to stop. */
  onLeave(callback: () => void): () => void;
  /** Calls back when the page is no longer looked at: on a phone it may be the last that it hears. */
  onHide(callback: () => void): () => void;
  /** Calls back when a page put aside is there again; returns how to stop. */
  onReturn(callback: () => void): () => void;
}

const listened = (name: string, listener: EventListener, to: EventTarget = window): (() => void) => {
  to.addEventListener(name, listener);
  return () => to.removeEventListener(name, listener);
};

/** The page of the browser. */
export const browserPage: PageLife = {
  onLeave: (callback) => listened('pagehide', callback),
  onHide: (callback) => listened('visibilitychange', () => document.hidden && callback(), document),
  onReturn: (callback) => listened('pageshow', (event) => (event as PageTransitionEvent).persisted && callback()),
};
