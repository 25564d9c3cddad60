import { lazy, type ReactNode, useState } from 'react';
import { CellOptions } from '../components/controls/CellOptions.tsx';
import { CellSwitch } from '../components/controls/CellSwitch.tsx';
import { HotkeyHelp } from '../components/controls/HotkeyHelp.tsx';
import { ThemeChoice } from '../components/controls/ThemeChoice.tsx';
import { Transport } from '../components/controls/Transport.tsx';
import { UndoRedo } from '../components/controls/UndoRedo.tsx';
import { usePageHotkeys } from '../components/controls/useHotkeys.ts';
import { ViewControls } from '../components/controls/ViewControls.tsx';
import { Diagram } from '../components/diagram/Diagram.tsx';
import { Legends } from '../components/diagram/Legends.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { Announcer } from '../components/panels/Announcer.tsx';
import { StagePanel } from '../components/panels/StagePanel.tsx';
import { partTable } from '../components/parts.tsx';
import { Notice } from '../components/primitives/Notice.tsx';
import { Root } from '../components/Root.tsx';
import { ExportMenu } from '../components/share/ExportMenu.tsx';
import { ShareDialog } from '../components/share/ShareDialog.tsx';
import { home } from '../presets/index.ts';
import { Throttled, useGatescope, useInstance } from '../store/context.tsx';
import type { Part } from '../store/state.ts';
import { Deferred } from './Deferred.tsx';
import './app.css';

/** Everything but the cell itself comes after the first picture. */
const TrainingCard = lazy(async () => ({
  default: (await import('../components/training/TrainingCard.tsx')).TrainingCard,
}));
const SearchPanel = lazy(async () => ({
  default: (await import('../components/search/SearchPanel.tsx')).SearchPanel,
}));
const PresetLine = lazy(async () => ({ default: (await import('../components/input/PresetLine.tsx')).PresetLine }));
const TablePanel = lazy(async () => ({ default: (await import('../components/panels/TablePanel.tsx')).TablePanel }));
const FileDrop = lazy(async () => ({ default: (await import('../components/share/FileDrop.tsx')).FileDrop }));

interface PageProps {
  /** Sentences on what of the address could not be used. */
  readonly notices: readonly string[];
  readonly onDismiss: () => void;
}

/** Everything the reader sees, in reading order: what to show, the cell, the sequence, the explanations. */
export function Page({ notices, onDismiss }: PageProps) {
  const { derive } = useInstance();
  const asks = useGatescope(({ inputs }) => derive(inputs).predictions !== null);
  const [help, setHelp] = useState(false);
  const onKeyDown = usePageHotkeys(() => setHelp(true));
  return (
    <Root className="gatescope" tabIndex={-1} onKeyDown={onKeyDown}>
      <header>
        <h1>
          <img src="./icon.svg" alt="" /> <span>Gatescope</span>
        </h1>
        <CellSwitch />
        <div className="right">
          <a href="./lab.html">Laboratory</a>
          <ThemeChoice />
          <UndoRedo />
          <ShareDialog />
          <ExportMenu home={home} />
        </div>
      </header>
      <Notice sentences={notices} onDismiss={onDismiss} />
      <main className="page">
        <div className="column">
          <section className="card" aria-label="Cell">
            <Only part="input">
              <Deferred meanwhile={<div className="preset-line" />}>
                <PresetLine />
              </Deferred>
            </Only>
            <Only part="diagram">
              <CellOptions />
              <Diagram />
            </Only>
            <Only part="transport">
              <Transport />
            </Only>
            <Only part="diagram">
              <div className="below">
                <ViewControls />
                <Legends />
              </div>
            </Only>
          </section>
        </div>
        <Throttled>
          <div className="column side">
            <Card part="stages">
              <StagePanel />
            </Card>
            {asks && <Card part="prediction" />}
            <Card part="inspector" />
            <Card part="equations" />
            <details className="card">
              <summary>All values of this timestep as a table</summary>
              <Deferred>
                <TablePanel />
              </Deferred>
            </details>
          </div>
        </Throttled>
        <div className="column rest">
          <Card part="timeline" />
        </div>
        <div className="column wide">
          <div className="card">
            <h2>Train this cell</h2>
            <PartBoundary name="Train this cell">
              <Deferred meanwhile={<p>Loading…</p>}>
                <TrainingCard />
              </Deferred>
            </PartBoundary>
          </div>
          <Throttled>
            <PartBoundary name="Find the unit">
              <Deferred>
                <SearchPanel />
              </Deferred>
            </PartBoundary>
          </Throttled>
          <Card part="input" title="Your sequence" />
          <Throttled>
            <Card part="parameters" title="Parameters" />
          </Throttled>
        </div>
      </main>
      <PartBoundary name="The announcement">
        <Announcer />
      </PartBoundary>
      <Deferred>
        <FileDrop home={home} />
      </Deferred>
      <HotkeyHelp open={help} onClose={() => setHelp(false)} />
    </Root>
  );
}

interface CardProps {
  readonly part: Part;
  readonly title?: string;
  /** The part itself where it belongs to the first picture; without it, it comes after. */
  readonly children?: ReactNode;
}

/** One part of the page on a card of its own; what stands on it is a region by itself. */
function Card({ part, title, children }: CardProps) {
  const { label, Component } = partTable[part];
  return (
    <Only part={part}>
      <div className="card" data-part={part}>
        {title && <h2>{title}</h2>}
        <PartBoundary name={title ?? label}>
          {children ?? (
            <Deferred meanwhile={<p>Loading…</p>}>
              <Component />
            </Deferred>
          )}
        </PartBoundary>
      </div>
    </Only>
  );
}

/** What is shown unless its part is hidden. */
function Only({ part, children }: { readonly part: Part; readonly children: ReactNode }) {
  const hidden = useGatescope((state) => state.view.hidden.includes(part));
  return hidden ? null : <PartBoundary name={partTable[part].label}>{children}</PartBoundary>;
}
