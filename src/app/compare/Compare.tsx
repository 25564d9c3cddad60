import { useId, useState } from 'react';
import { CompareStrips } from '../../components/compare/CompareStrips.tsx';
import { CompareTokens } from '../../components/compare/CompareTokens.tsx';
import { comparisonWords } from '../../components/compare/comparisonWords.ts';
import { EachRun } from '../../components/compare/EachRun.tsx';
import { PartingCard } from '../../components/compare/PartingCard.tsx';
import { PartingsProvider, usePartings } from '../../components/compare/partings.tsx';
import { RunAnnouncers } from '../../components/compare/RunAnnouncers.tsx';
import { RunPins } from '../../components/compare/RunPins.tsx';
import { RunStage } from '../../components/compare/RunStage.tsx';
import { type ComparedRun, longestOf, RunsProvider, useCells, useRuns } from '../../components/compare/runs.tsx';
import { SharedCard } from '../../components/compare/SharedCard.tsx';
import { StepControls } from '../../components/controls/StepControls.tsx';
import { EquationsPanel } from '../../components/panels/EquationsPanel.tsx';
import { partTable } from '../../components/parts.tsx';
import { Tabs } from '../../components/primitives/Tabs.tsx';
import { ColumnsProvider, useSharedColumns } from '../../components/timeline/columnsContext.tsx';
import { useShown } from '../../components/useShown.ts';
import { GatescopeProvider } from '../../store/context.tsx';
import { PagePart } from '../PagePart.tsx';
import { SequenceCard } from '../SequenceCard.tsx';
import './compare.css';

/** Two or three runs with a common transport and strip of tokens, and their differences. */
export function Compare() {
  return (
    <RunsProvider>
      <PartingsProvider>
        <Comparison />
      </PartingsProvider>
    </RunsProvider>
  );
}

const tabs = [
  { value: 'time', label: 'Over time' },
  { value: 'explain', label: 'Explain' },
  { value: 'equations', label: 'Equations' },
  { value: 'shared', label: 'In common' },
] as const;
type TabName = (typeof tabs)[number]['value'];

function Comparison() {
  const runs = useRuns();
  return (
    <ColumnsProvider of={longestOf(runs).derived.encoded}>
      <Runs runs={runs} />
    </ColumnsProvider>
  );
}

function Runs({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const id = useId();
  const [tab, setTab] = useState<TabName>('time');
  const cells = useCells(runs);
  const { a, b } = usePartings();
  const longest = longestOf(runs);
  const diagram = useShown('diagram');
  const transport = useShown('transport');
  return (
    <main className="instrument compare" data-runs={runs.length}>
      <SequenceCard line={<p className="compare-line">{comparisonWords(a, b)}</p>} strip={CompareTokens} />
      <div className="compare-scroll">
        <div className="equal-columns run-stages">
          {runs.map((run) => (
            <PagePart key={run.letter} name={`The diagram of ${run.letter}`} first>
              <RunStage run={run} cells={cells} diagram={diagram} />
            </PagePart>
          ))}
        </div>
        <div className="card compare-views">
          <Tabs label="Views" id={id} shared tabs={tabs} value={tab} onChange={setTab} />
        </div>
        <section className="card compare-panel">
          <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${tab}`} className="compare-view">
            <PagePart name="The comparison">
              <View name={tab} />
            </PagePart>
          </div>
          <PagePart name="Where they part">
            <PartingCard />
          </PagePart>
        </section>
      </div>
      <RunAnnouncers />
      <div className="stage-bar">
        {transport && (
          <GatescopeProvider gatescope={longest.instance}>
            <StepControls />
          </GatescopeProvider>
        )}
        <PagePart name="The interventions">
          <RunPins />
        </PagePart>
      </div>
    </main>
  );
}

function View({ name }: { readonly name: TabName }) {
  const shared = useSharedColumns();
  if (name === 'time') return shared && <CompareStrips shared={shared} />;
  if (name === 'shared') return <SharedCard />;
  return (
    <EachRun>
      {name === 'equations' ? (
        <EquationsPanel />
      ) : (
        <>
          <partTable.stages.Component />
          <partTable.inspector.Component />
        </>
      )}
    </EachRun>
  );
}
