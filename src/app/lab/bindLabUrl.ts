import { hashOf, settingsIn } from '../../laboratory/labLink.ts';
import type { Lab } from './labStore.ts';

/** Milliseconds of rest after which a change is written: browsers refuse more than a few a second. */
const REST = 300;

/** Ties a laboratory to the address of its page, both ways. Returns how to untie. */
export function bindLabUrl(lab: Lab, onNotices: (notices: readonly string[]) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const here = (): string => window.location.hash.replace(/^#/, '');
  let written = here();
  const write = (): void => {
    written = hashOf(lab.getState());
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', written ? `#${written}` : `${pathname}${search}`);
  };
  const follow = (): void => {
    if (here() === written) return;
    clearTimeout(timer);
    written = here();
    const { settings, notices } = settingsIn(written);
    lab.set(settings);
    clearTimeout(timer);
    onNotices(notices);
  };
  const stop = lab.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, REST);
  });
  window.addEventListener('hashchange', follow);
  return () => {
    clearTimeout(timer);
    stop();
    window.removeEventListener('hashchange', follow);
  };
}
