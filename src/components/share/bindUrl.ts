import type { Link } from '../../io/link.ts';
import { linkOf } from '../../io/link.ts';
import { type Home, opened } from '../../io/opening.ts';
import { presetIn } from '../../io/weights.ts';
import type { Gatescope } from '../../store/gatescope.ts';
import { shownMoment } from '../../store/shownMoment.ts';
import type { Inputs, Moment, State } from '../../store/state.ts';
import { refusalOf } from '../../text/refusal.ts';
import { frameHash } from './frameHash.ts';

export interface UrlOptions {
  readonly home: Home;
  /** A frame never adds to the history of the page around it, and its address names the visible parts. Default `page`. */
  readonly as?: 'page' | 'frame';
  /** Sentences on what of an address could not be used; empty when all is well. */
  readonly onNotices: (notices: readonly string[]) => void;
  /** The address and the instance at the time when one showed the other; default: now. */
  readonly since?: Since;
  /** Milliseconds of rest after which a change is written. Default 300: browsers refuse more than a few a second. */
  readonly rest?: number;
  /** Milliseconds from one writing to the next while weights change by themselves. Default 2000. */
  readonly learningRest?: number;
}

/** An address, and the state of an instance that shows it. */
export interface Since {
  readonly hash: string;
  readonly state: State;
}

const sinceNow = ({ getState }: Gatescope): Since => ({ hash: window.location.hash, state: getState() });

interface Change {
  readonly moment: Moment;
  readonly push: boolean;
  /** True if the weights are about to change again by themselves. */
  readonly passing: boolean;
  /** The visit of the address to which the change belongs. */
  readonly visit: number;
}

/**
 * Ties an instance to the address of its document: what changes is written after the #, and what is opened by back,
 * forward or a new address is shown. Another cell, option, preset or sequence is a new place to come back to; steps
 * and edits change the present one. Returns how to untie.
 */
export function bindUrl(
  gatescope: Gatescope,
  { home, as = 'page', onNotices, since = sinceNow(gatescope), rest = 300, learningRest = 2000 }: UrlOptions,
): () => void {
  const { actions, getState, subscribe } = gatescope;
  const keysOf = (hash: string): string => hash.replace(/^#/, '');
  const here = (): string => keysOf(window.location.hash);
  /** Moments that no link can hold, as long as the document lives. */
  const kept: Moment[] = [];
  let written = keysOf(since.hash);
  let base = since.state.inputs;
  let waiting: Change | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy: Promise<void> | null = null;
  let visit = 0;
  let opening = false;
  /** True if a new place in the history has to be made when the weights rest. */
  let owed = false;

  const put = (link: Link, change: Change): void => {
    if (change.visit !== visit) return;
    const push = change.push || owed;
    owed = change.passing && !link.ok && push;
    if (change.passing && !link.ok) return;
    const { pathname, search } = window.location;
    const place = link.ok ? `#${link.hash}` : `${pathname}${search}`;
    const state = link.ok ? null : { kept: kept.push(change.moment) - 1 };
    if (link.ok && link.hash === written) return;
    try {
      window.history[push ? 'pushState' : 'replaceState'](state, '', place);
    } catch {
      // A browser that counts changes of the address refuses some; the next one carries everything.
    }
    written = here();
  };
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const change = waiting;
    waiting = null;
    if (!change) return;
    const link = linkOf(change.moment, as);
    if (!busy && !(link instanceof Promise)) {
      put(link, change);
      return;
    }
    const turn = Promise.all([link, busy])
      .then(([ready]) => put(ready, change))
      // a browser that cannot compress leaves the address as it is
      .catch(() => {})
      .finally(() => {
        if (busy === turn) busy = null;
      });
    busy = turn;
  };
  const note = (): void => {
    const { inputs, learning } = getState();
    const push = as === 'page' && isNewPlace(base, inputs);
    if (push && waiting && !waiting.push) flush();
    base = inputs;
    waiting = {
      moment: shownMoment(gatescope),
      push: push || (waiting?.push ?? false),
      passing: learning,
      visit,
    };
    if (learning && timer !== undefined) return;
    clearTimeout(timer);
    timer = setTimeout(flush, learning ? learningRest : rest);
  };
  const show = (moment: Moment, notices: readonly string[]): void => {
    opening = true;
    try {
      const refusal = refusalOf(() => actions.open(moment));
      onNotices(refusal === null ? notices : [...notices, `This link cannot be shown: ${refusal}`]);
    } finally {
      opening = false;
      base = getState().inputs;
    }
  };
  const follow = (): void => {
    if (here() === written && !hasKept(window.history.state)) return;
    clearTimeout(timer);
    timer = undefined;
    waiting = null;
    owed = false;
    visit++;
    written = here();
    const { state } = window.history;
    if (hasKept(state) && kept[state.kept]) {
      show(kept[state.kept], []);
      return;
    }
    const mine = visit;
    void opened(as === 'frame' ? frameHash(written) : written, home).then(({ moment, notices }) => {
      if (mine === visit) show(moment, notices);
    });
  };
  const stopListening = subscribe((state, before) => {
    const same = isSameMoment(state, before);
    // what changes many times a second is written when it rests, and now and then before
    const rests = before.learning && !state.learning;
    if ((rests || !same) && !opening) note();
  });
  /** Lets the browser ask before it leaves a moment that no link can hold: nothing would bring it back. */
  const leave = (event: Event): void => {
    const { state } = window.history;
    if (as === 'page' && hasKept(state) && kept[state.kept]) event.preventDefault();
  };
  const events = { popstate: follow, hashchange: follow, pagehide: flush, beforeunload: leave };
  for (const [name, listener] of Object.entries(events)) window.addEventListener(name, listener);
  if (!isSameMoment(getState(), since.state)) note();
  follow();
  return () => {
    flush();
    stopListening();
    for (const [name, listener] of Object.entries(events)) window.removeEventListener(name, listener);
  };
}

/** True if both moments have the same link. */
function isSameMoment(one: Moment, other: Moment): boolean {
  return (['inputs', 'cursor', 'selection', 'view'] as const).every((name) => one[name] === other[name]);
}

/** True if a reader may want to come back to the inputs before. */
function isNewPlace(from: Inputs, to: Inputs): boolean {
  const preset = presetIn(to);
  if (preset !== null && preset !== presetIn(from)) return true;
  return (
    from.cell !== to.cell || from.options !== to.options || from.sequence !== to.sequence || from.beside !== to.beside
  );
}

const hasKept = (state: unknown): state is { readonly kept: number } =>
  typeof state === 'object' && state !== null && 'kept' in state && typeof state.kept === 'number';
