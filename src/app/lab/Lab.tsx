import { lazy, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Boundary } from '../../components/Boundary.tsx';
import { Dropdown } from '../../components/controls/Dropdown.tsx';
import { keepFocus } from '../../components/controls/keepFocus.ts';
import { themes } from '../../components/controls/ThemeChoice.tsx';
import { DialogButton } from '../../components/DialogButton.tsx';
import { Fault } from '../../components/primitives/Fault.tsx';
import { Notice } from '../../components/primitives/Notice.tsx';
import { createFlows } from '../../laboratory/networks.ts';
import { useStore } from '../../store/useStore.ts';
import { randomOf } from '../../training/random.ts';
import type { Example } from '../../training/task.ts';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { PageHeader } from '../PageHeader.tsx';
import { AccuracyCard } from './AccuracyCard.tsx';
import { bindLabUrl } from './bindLabUrl.ts';
import { GapSlider } from './GapSlider.tsx';
import { GradientCard } from './GradientCard.tsx';
import { InputsCard } from './InputsCard.tsx';
import { JacobianCard } from './JacobianCard.tsx';
import { LabContext, type Lab as LabInstance, useLab, useSetting } from './labStore.ts';
import { MemoryCard } from './MemoryCard.tsx';
import { TaskLine } from './TaskLine.tsx';
import { TheoryCard } from './TheoryCard.tsx';
import { useNetworks } from './useNetworks.ts';
import '../../components/share/share.css';
import '../app.css';
import './lab.css';

const LabLinks = lazy(async () => ({ default: (await import('./LabLinks.tsx')).LabLinks }));

interface LabProps {
  readonly lab: LabInstance;
  /** Sentences on what of the address could not be used. */
  readonly notices: readonly string[];
}

/** The laboratory: why a plain RNN loses what it saw long ago, and what gates change. */
export function Lab({ lab, notices }: LabProps) {
  const [said, setSaid] = useState(notices);
  useEffect(() => bindLabUrl(lab, setSaid), [lab]);
  return (
    <LabContext value={lab}>
      <LabBoundary name="The laboratory">
        <LabPage notices={said} onDismiss={() => setSaid([])} />
      </LabBoundary>
    </LabContext>
  );
}

function LabPage({ notices, onDismiss }: { readonly notices: readonly string[]; readonly onDismiss: () => void }) {
  const theme = useSetting('theme');
  const lab = useLab();
  return (
    <div ref={keepFocus} className="gatescope lab" data-theme={theme} tabIndex={-1}>
      <PageHeader current="laboratory">
        <div className="row right">
          <div className="controls">
            <Dropdown legend="theme" choices={themes} value={theme} onChange={(chosen) => lab.set({ theme: chosen })} />
          </div>
          <DialogButton label="Share" title="Share the laboratory" className="share-dialog">
            {() => <LabLinks />}
          </DialogButton>
        </div>
      </PageHeader>
      <Notice sentences={notices} onDismiss={onDismiss} />
      <main className="stack lab-page">
        <div className="lead">
          <h2>How long can it remember?</h2>
          <p className="prose">
            A network reads one of four symbols, then noise, then a question mark, and has to name the symbol. Widen the
            gap of noise and see which cells still learn it.
          </p>
          <Sequence />
        </div>
        <div className="gap-bar">
          <GapSlider />
        </div>
        <LabBoundary name="The accuracy">
          <AccuracyCard />
        </LabBoundary>
        <Workbench />
      </main>
    </div>
  );
}

/** A boundary around one card: what failed is tried again when a setting changes. */
function LabBoundary({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const settings = useStore(useLab(), (all) => all);
  return (
    <Boundary name={name} inputs={[settings]}>
      {children}
    </Boundary>
  );
}

/** The sequence that all of the page reads. */
function useExample(gap: number): Example {
  const seed = useSetting('example');
  return useMemo(() => rememberFirst.example(randomOf(seed), gap), [seed, gap]);
}

function Sequence() {
  return <TaskLine task={rememberFirst} example={useExample(useSetting('gap'))} />;
}

/** Everything that follows from the gap, on one sequence. */
function Workbench() {
  const gap = useDeferredValue(useSetting('gap'));
  const cell = useSetting('cell');
  const weights = useSetting('weights');
  const example = useExample(gap);
  const { networks, failed } = useNetworks(gap);
  const flowOf = useMemo(() => createFlows(example.x), [example.x]);
  const network = networks.find((one) => one.cell === cell)?.[weights] ?? null;
  return (
    <>
      {failed && <Fault>The trained networks could not be loaded. Reload the page to try again.</Fault>}
      <LabBoundary name="The gradient">
        <GradientCard networks={networks} example={example} flowOf={flowOf} />
      </LabBoundary>
      <LabBoundary name="The product of Jacobians">
        <JacobianCard example={example} network={network} flowOf={flowOf} />
      </LabBoundary>
      <LabBoundary name="The inputs that matter">
        <InputsCard task={rememberFirst} example={example} network={network} />
      </LabBoundary>
      <LabBoundary name="The memory">
        <MemoryCard task={rememberFirst} example={example} networks={networks} />
      </LabBoundary>
      <TheoryCard />
    </>
  );
}
