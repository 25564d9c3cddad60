import { useEffect, useState } from 'react';

/** Milliseconds after the first scroll, and of a page that is not scrolled, after which what only paper shows is made. */
const REST = 2000;
const UNTOUCHED = 5000;

/**
 * True from the moment at which a page may take its time for what only paper shows: one that waits to be read needs it
 * for its figure, but may be printed before it is scrolled.
 */
export function useForPaper(): boolean {
  const [due, setDue] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const make = (): void => setDue(true);
    const after = (rest: number): void => {
      clearTimeout(timer);
      timer = setTimeout(make, rest);
    };
    const soon = (): void => after(REST);
    after(UNTOUCHED);
    if (window.scrollY > 0) soon();
    else window.addEventListener('scroll', soon, { once: true, passive: true });
    window.addEventListener('beforeprint', make);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('beforeprint', make);
    };
  }, []);
  return due;
}
