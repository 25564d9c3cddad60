import { useEffect, useRef, useState } from 'react';
import { fetched } from '../components/fetched.tsx';
import { tellHeight } from '../components/height/tellHeight.ts';
import { Button } from '../components/primitives/Button.tsx';
import { Notice } from '../components/primitives/Notice.tsx';
import type { Since, UrlOptions } from '../components/share/bindUrl.ts';
import type { Started } from '../components/share/startWith.ts';
import type { Home } from '../io/opening.ts';
import { GatescopeProvider, useActions, useGatescope } from '../store/context.tsx';
import type { Gatescope } from '../store/gatescope.ts';
import type { State } from '../store/state.ts';
import { EmbedView } from './EmbedView.tsx';
import './frame.css';

const compared = {
  Part: fetched(async () => (await import('./comparedParts.tsx')).compared.Part),
  Announcers: fetched(async () => (await import('./comparedParts.tsx')).compared.Announcers),
};

interface Props {
  /** The part of the address after the # that the instance shows; it may have changed since. */
  readonly hash: string;
  readonly home: Home;
}

/** The view of a link in a frame of another page, and the way from there to the whole page. */
export function Frame({ gatescope, notices, hash, home }: Started & Props) {
  const [said, setSaid] = useState(notices);
  const foot = useRef<HTMLElement>(null);
  const [since] = useState(() => ({ hash, state: gatescope.getState() }));
  useEffect(() => boundOnChange(gatescope, { home, as: 'frame', since, onNotices: setSaid }), [gatescope, home, since]);
  useEffect(() => tellHeight(foot.current?.parentElement ?? null), []);
  return (
    <GatescopeProvider gatescope={gatescope}>
      <EmbedView readerOnly compared={compared}>
        <Notice sentences={said} onDismiss={() => setSaid([])} />
        <footer className="phrases gate-foot" ref={foot}>
          <StartOver />
          {(globalThis.document?.fullscreenEnabled ?? true) && (
            <Button look="link" onClick={() => void document.documentElement.requestFullscreen().catch(() => {})}>
              Full screen
            </Button>
          )}
          <a
            href="./index.html"
            target="_blank"
            rel="noreferrer"
            onClick={({ currentTarget }) => {
              currentTarget.href = wholePage(window.location.href);
            }}
          >
            Open in Gatescope
          </a>
        </footer>
      </EmbedView>
    </GatescopeProvider>
  );
}

/**
 * Ties an instance to the address of the frame. The code for it is fetched with the first change of either; without it the
 * diagram works all the same. Returns how to untie.
 */
function boundOnChange(gatescope: Gatescope, options: UrlOptions & { readonly since: Since }): () => void {
  const unbound = new AbortController();
  const { signal } = unbound;
  const bind = async (): Promise<void> => {
    stopWaiting();
    const [{ bindUrl }] = await Promise.all([
      import('../components/share/bindUrl.ts'),
      // a new address has to open at once
      gatescope.fetchActions(),
    ]);
    if (!signal.aborted) signal.addEventListener('abort', bindUrl(gatescope, options));
  };
  const begin = (): void =>
    void bind().catch(() => {
      if (signal.aborted) return;
      // the next change tries again
      wait();
      if (window.location.hash !== options.since.hash)
        options.onNotices(['The code that opens this link could not be fetched. Reload the page to try again.']);
    });
  let stopListening = (): void => {};
  const wait = (): void => {
    stopListening = gatescope.subscribe(begin);
    window.addEventListener('hashchange', begin, { signal });
  };
  const stopWaiting = (): void => {
    stopListening();
    window.removeEventListener('hashchange', begin);
  };
  wait();
  // the address may have changed while the first one was opened
  if (window.location.hash !== options.since.hash) begin();
  return () => {
    stopWaiting();
    unbound.abort();
  };
}

/** The way back to the moment that the frame was opened at, once the reader has left it. */
export function StartOver() {
  const { startOver } = useActions();
  const left = useGatescope(isElsewhere);
  if (!left) return null;
  return (
    <Button look="link" onClick={startOver}>
      Start over
    </Button>
  );
}

/** True if something is not as it was when it was opened. */
const isElsewhere = ({ opened, inputs, view, cursor, selection }: State): boolean =>
  inputs !== opened.inputs ||
  view !== opened.view ||
  cursor.t !== opened.cursor.t ||
  cursor.position !== opened.cursor.position ||
  selection.signal !== opened.selection.signal ||
  selection.unit !== opened.selection.unit;

/** The whole page with the same view: the same keys without those that are meant for a frame. */
function wholePage(frame: string): string {
  const keys = new URL(frame).hash.slice(1).split('&');
  return new URL(`index.html#${keys.filter((key) => !/^(parts|hide|lock|autoplay)=/.test(key)).join('&')}`, frame).href;
}
