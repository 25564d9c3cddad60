import { useEffect, useState } from 'react';
import { Button } from '../components/primitives/Button.tsx';
import { Notice } from '../components/primitives/Notice.tsx';
import { bindUrl } from '../components/share/bindUrl.ts';
import type { Started } from '../components/share/startFromLink.ts';
import type { Home } from '../io/opening.ts';
import { GatescopeProvider } from '../store/context.tsx';
import { EmbedView } from './EmbedView.tsx';
import './frame.css';

/** The view of a link in a frame of another page, and the way from there to the whole page. */
export function Frame({ gatescope, notices, home }: Started & { readonly home: Home }) {
  const [said, setSaid] = useState(notices);
  useEffect(() => bindUrl(gatescope, { home, as: 'frame', onNotices: setSaid }), [gatescope, home]);
  return (
    <GatescopeProvider gatescope={gatescope}>
      <EmbedView>
        <Notice sentences={said} onDismiss={() => setSaid([])} />
        <footer className="phrases gate-foot">
          {document.fullscreenEnabled && (
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

/** The whole page with the same view: the same keys without those that choose parts. */
function wholePage(frame: string): string {
  const keys = new URL(frame).hash.slice(1).split('&');
  return new URL(`index.html#${keys.filter((key) => !/^(parts|hide)=/.test(key)).join('&')}`, frame).href;
}
