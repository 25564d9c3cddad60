import { useEffect, useState } from 'react';
import { usePageHotkeys } from '../components/controls/useHotkeys.ts';
import { Notice } from '../components/primitives/Notice.tsx';
import { titleOf } from '../components/share/offlineFile.ts';
import type { Started } from '../components/share/startWith.ts';
import { GatescopeProvider, useDerived } from '../store/context.tsx';
import type { Part } from '../store/state.ts';
import { compared } from './comparedParts.tsx';
import { EmbedView } from './EmbedView.tsx';
import { StartOver } from './Frame.tsx';
import './offline.css';

/** Parts beside the diagram and its strips where there is room, and after them where there is none. */
const beside: readonly Part[] = ['stages', 'prediction', 'equations', 'inspector', 'input', 'parameters'];
const folded: readonly Part[] = ['input', 'parameters'];

/** A view as a page of its own, without a site around it. */
export function OfflineView({ gatescope, notices }: Started) {
  const [unread, setUnread] = useState(notices);
  return (
    <GatescopeProvider gatescope={gatescope}>
      <PageHotkeys />
      <EmbedView beside={beside} folded={folded} compared={compared}>
        <Heading />
        <Notice sentences={unread} onDismiss={() => setUnread([])} />
        <footer className="phrases gate-foot">
          <StartOver />
        </footer>
      </EmbedView>
    </GatescopeProvider>
  );
}

/** The name of the page for those who listen, and in the bar of the browser. */
function Heading() {
  const title = titleOf(useDerived().cell);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return <h1 className="visually-hidden">{title}</h1>;
}

/** The keys while nothing has focus. */
function PageHotkeys() {
  usePageHotkeys(() => {});
  return null;
}
