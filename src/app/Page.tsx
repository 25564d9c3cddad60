import { lazy, Suspense, useState } from 'react';
import { CompareWith } from '../components/compare/CompareWith.tsx';
import { CellSwitch } from '../components/controls/CellSwitch.tsx';
import { keepFocus } from '../components/controls/keepFocus.ts';
import { UndoRedo } from '../components/controls/UndoRedo.tsx';
import { usePageHotkeys } from '../components/controls/useHotkeys.ts';
import { WaitingChange } from '../components/controls/WaitingChange.tsx';
import { Deferred } from '../components/Deferred.tsx';
import { choosing } from '../components/fetched.tsx';
import { Button } from '../components/primitives/Button.tsx';
import { Notice } from '../components/primitives/Notice.tsx';
import { Root } from '../components/Root.tsx';
import { useRevealed } from '../components/reveal.tsx';
import { ExportMenu } from '../components/share/ExportMenu.tsx';
import { ShareDialog } from '../components/share/ShareDialog.tsx';
import { ColumnsProvider } from '../components/timeline/columnsContext.tsx';
import { useMedia } from '../components/useMedia.ts';
import { useShown } from '../components/useShown.ts';
import { home } from '../presets/index.ts';
import { useActions, useGatescope } from '../store/context.tsx';
import { CellCard } from './CellCard.tsx';
import { PageHeader } from './PageHeader.tsx';
import { PagePart } from './PagePart.tsx';
import { SequenceCard } from './SequenceCard.tsx';
import { type PanelName, SidePanel } from './SidePanel.tsx';
import { StripsCard } from './StripsCard.tsx';
import { ViewMenu } from './ViewMenu.tsx';
import './app.css';
import './instrument.css';

const Announcer = lazy(async () => ({ default: (await import('../components/annotations.ts')).Announcer }));
const Compare = lazy(async () => ({ default: (await import('./compare/Compare.tsx')).Compare }));
const HotkeyHelp = lazy(async () => ({ default: (await import('../components/beside.ts')).HotkeyHelp }));
const FileDrop = choosing(async () => (await import('../components/beside.ts')).FileDrop);

/** The same condition as in instrument.css; paper keeps the arrangement of a wide screen, however wide it is. */
const NARROW = 'screen and (max-width: 56rem)';

interface PageProps {
  /** Sentences on what of the address could not be used. */
  readonly notices: readonly string[];
  readonly onDismiss: () => void;
}

/** The whole instrument in one view: the sequence, the cell and its player, the strips over time, and one panel. */
export function Page({ notices, onDismiss }: PageProps) {
  const [help, setHelp] = useState(false);
  const narrow = useMedia(NARROW);
  const comparing = useGatescope((state) => state.inputs.beside !== undefined);
  const cell = useShown('cell');
  const unfetched = useGatescope((state) => state.unfetched);
  const onKeyDown = usePageHotkeys(() => setHelp(true));
  return (
    <Root rootRef={keepFocus} className="gatescope fill instrument-page" tabIndex={-1} onKeyDown={onKeyDown}>
      <PageHeader current="explore">
        {comparing ? <BackToOne /> : cell && <CellSwitch narrow={narrow} />}
        {(narrow || comparing) && <CompareWith />}
        <div className="row right">
          <UndoRedo />
          <ShareDialog />
          <ExportMenu home={home} />
          <ViewMenu narrow={narrow} onKeys={() => setHelp(true)} />
        </div>
      </PageHeader>
      <Notice sentences={notices} onDismiss={onDismiss} />
      {unfetched !== false && <WaitingChange />}
      {comparing ? (
        <PagePart name="The comparison" first>
          <Suspense fallback={<p className="hint">Loading…</p>}>
            <Compare />
          </Suspense>
        </PagePart>
      ) : (
        <ColumnsProvider>
          <Instrument narrow={narrow} />
        </ColumnsProvider>
      )}
      {!comparing && (
        <PagePart name="The announcement" first>
          <Deferred>
            <Announcer />
          </Deferred>
        </PagePart>
      )}
      <Deferred>
        <FileDrop home={home} />
      </Deferred>
      <Deferred>
        <HotkeyHelp open={help} onClose={() => setHelp(false)} />
      </Deferred>
    </Root>
  );
}

function BackToOne() {
  const { removeBeside } = useActions();
  return (
    <Button aria-label="Back to one cell" onClick={() => removeBeside()}>
      <span className="where-wide">Back to one cell</span>
      <span className="where-narrow">One cell</span>
    </Button>
  );
}

function Instrument({ narrow }: { readonly narrow: boolean }) {
  const timeline = useShown('timeline');
  const [panel, setPanel] = useState<PanelName>('explain');
  const [open, setOpen] = useState<'panel' | 'answer' | null>(null);
  const show = (name: PanelName): void => {
    setPanel(name);
    setOpen('panel');
  };
  const reminding = useGatescope((state) => state.reminding);
  if (reminding && (panel !== 'explain' || open !== null)) {
    // the question that the reader tried to step past is there
    setPanel('explain');
    setOpen(null);
  }
  // the map of the memory appears with the other run and closes with it
  const compared = useGatescope(({ inputs }) => inputs.other !== undefined);
  const [memory, setMemory] = useState(compared);
  const [before, setBefore] = useState(compared);
  if (before !== compared) {
    setBefore(compared);
    setMemory(compared);
  }
  useRevealed('training', () => show('train'));
  useRevealed('memory', () => {
    if (narrow) show('time');
    setMemory(true);
  });
  const strips = <StripsCard memory={memory} onValues={() => setMemory(false)} />;
  return (
    <main className="instrument" data-open={open ?? undefined}>
      <SequenceCard narrow={narrow} />
      <CellCard
        narrow={narrow}
        onAsk={() => {
          if (!narrow) return;
          setPanel('explain');
          setOpen('answer');
        }}
      />
      {timeline && !narrow && (
        <section className="card strips" data-part="timeline">
          {strips}
        </section>
      )}
      <SidePanel shown={panel} onShow={show} narrow={narrow} strips={strips} onClose={() => setOpen(null)} />
    </main>
  );
}
