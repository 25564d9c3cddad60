import { Activity, type ComponentType, lazy, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { GuessChoice } from '../components/controls/GuessChoice.tsx';
import { partTable } from '../components/parts.tsx';
import { Button } from '../components/primitives/Button.tsx';
import { Tabs } from '../components/primitives/Tabs.tsx';
import { useReveal } from '../components/reveal.tsx';
import { usePrinted } from '../components/useMedia.ts';
import { useRoving } from '../components/useRoving.ts';
import { useShown } from '../components/useShown.ts';
import { shownParts } from '../components/visibleParts.ts';
import { Throttled, useGatescope, useInstance } from '../store/context.tsx';
import { guesses } from '../store/guess.ts';
import type { Part } from '../store/state.ts';
import { PagePart } from './PagePart.tsx';

/** Panels, which all load after the first picture. */
const LookFor = lazy(async () => ({ default: (await import('../components/beside.ts')).LookFor }));
const SearchPanel = lazy(async () => ({
  default: (await import('../components/search/SearchPanel.tsx')).SearchPanel,
}));
const TablePanel = lazy(async () => ({ default: (await import('../components/beside.ts')).TablePanel }));
const TrainingCard = lazy(async () => ({
  default: (await import('../components/training/TrainingCard.tsx')).TrainingCard,
}));

export type PanelName = 'explain' | 'time' | 'equations' | 'table' | 'train' | 'weights' | 'units';

interface ContentProps {
  readonly strips: ReactNode;
  /** The equations, once they are there, so that a page that is printed waits for nothing. */
  readonly Equations: ComponentType;
  readonly onEquations: (Equations: ComponentType) => void;
}

interface PanelInfo {
  readonly label: string;
  /** The parts of which at least one has to be shown; without them it always is. */
  readonly parts?: readonly Part[];
  readonly narrowOnly?: boolean;
  readonly Content: (props: ContentProps) => ReactNode;
}

/** The panels, in the order of their tabs. */
const panels: Readonly<Record<PanelName, PanelInfo>> = {
  explain: { label: 'Explain', parts: ['stages', 'inspector', 'prediction'], Content: Explain },
  time: {
    label: 'Over time',
    parts: ['timeline'],
    narrowOnly: true,
    Content: ({ strips }) => strips,
  },
  equations: { label: 'Equations', parts: ['equations'], Content: ({ Equations }) => <Equations /> },
  table: { label: 'Table', Content: () => <TablePanel /> },
  train: { label: 'Train', Content: () => <TrainingCard /> },
  weights: { label: 'Weights', parts: ['parameters'], Content: () => <partTable.parameters.Component /> },
  units: { label: 'Units', Content: Units },
};

/** The panels that come on paper, whichever is open. */
const handout: readonly PanelName[] = ['explain', 'time', 'equations'];

interface SidePanelProps {
  readonly shown: PanelName;
  readonly onShow: (name: PanelName) => void;
  /** True on a small screen, where panels open over the page. */
  readonly narrow: boolean;
  /** The strips, which are one of the panels on a small screen. */
  readonly strips: ReactNode;
  readonly onClose: () => void;
}

/** One panel beside the diagram: what explains it, and what changes it. What was open once keeps what was done there. */
export function SidePanel({ shown, onShow, narrow, strips, onClose }: SidePanelProps) {
  const id = useId();
  const shownHere = shownParts(useGatescope((state) => state.view));
  const names = (Object.keys(panels) as PanelName[]).filter((name) => {
    const { parts, narrowOnly } = panels[name];
    return (narrow || !narrowOnly) && (!parts || parts.some((part) => shownHere.includes(part)));
  });
  const current = names.includes(shown) ? shown : names[0];
  const [opened, setOpened] = useState<readonly PanelName[]>([current]);
  if (!opened.includes(current)) setOpened([...opened, current]);
  const [Equations, setEquations] = useState<ComponentType>(() => partTable.equations.Component);
  const content = { strips, Equations, onEquations: (there: ComponentType) => setEquations(() => there) };
  const printed = usePrinted();
  const seen = printed ? names.filter((name) => handout.includes(name)) : [current];
  return (
    <aside className="card fill side-panel" aria-label="Panel">
      <Tabs
        label="Panel"
        id={id}
        tabs={names.map((name) => ({ value: name, label: panels[name].label }))}
        value={current}
        onChange={onShow}
      />
      <div className="side-panel-content" data-shown={current}>
        {narrow && (
          <Button className="side-panel-close" look="icon" aria-label="Close the panel" onClick={onClose}>
            ×
          </Button>
        )}
        {names
          .filter((name) => opened.includes(name) || seen.includes(name))
          .map((name) => {
            const { label, Content } = panels[name];
            return (
              <Activity key={name} mode={seen.includes(name) ? 'visible' : 'hidden'}>
                <div
                  role="tabpanel"
                  id={`${id}-panel-${name}`}
                  aria-labelledby={`${id}-tab-${name}`}
                  data-panel={name}
                  className="stack"
                >
                  {name === 'train' ? (
                    <PagePart name={label}>
                      <Content {...content} />
                    </PagePart>
                  ) : (
                    <Throttled>
                      <PagePart name={label} first={name === 'explain'}>
                        <Content {...content} />
                      </PagePart>
                    </Throttled>
                  )}
                </div>
              </Activity>
            );
          })}
      </div>
    </aside>
  );
}

/** The search for units that follow a track, the page of one unit, and a link to the map of the memory. */
function Units() {
  const { derive } = useInstance();
  const asks = useGatescope(({ inputs }) => derive(inputs).predictions !== null);
  const reveal = useReveal();
  return (
    <>
      {asks && (
        <Button look="link" onClick={() => reveal('memory')}>
          Where is the memory?
        </Button>
      )}
      <SearchPanel />
    </>
  );
}

/** The stage reached, where the number asked about comes from, and what is answered. */
function Explain(content: ContentProps) {
  const stages = useShown('stages');
  const inspector = useShown('inspector');
  const prediction = useShown('prediction');
  const { derive } = useInstance();
  const asks = useGatescope(({ inputs }) => derive(inputs).predictions !== null);
  const guessing = useGatescope(guesses);
  const group = useRef<HTMLDivElement>(null);
  useRoving(group, '.quantity, .contribution > button, .outputs button');
  return (
    <div className="stack" ref={group}>
      {stages && (
        <PagePart name="Stages">
          {guessing && <GuessChoice />}
          <partTable.stages.Component />
        </PagePart>
      )}
      {inspector && (
        <section className="ruled explained one-number">
          <PagePart name="One number">
            <partTable.inspector.Component />
          </PagePart>
        </section>
      )}
      {prediction && asks && (
        <section className="ruled explained">
          <PagePart name="Answers">
            <partTable.prediction.Component />
          </PagePart>
        </section>
      )}
      <PagePart name="What to look for">
        <LookFor />
        <ReadyEquations {...content} />
      </PagePart>
    </div>
  );
}

/** Fetches the equations beside what is shown: the file is the one that explains, too. */
function ReadyEquations({ Equations, onEquations }: ContentProps) {
  useEffect(() => {
    if (Equations !== partTable.equations.Component) return;
    const ready = import('../components/beside.ts').then((beside) => onEquations(beside.EquationsPanel));
    // without it the tab fetches the file, and says where that fails
    ready.catch(() => {});
  });
  return null;
}
