import { useMemo } from 'react';
import type { Difference } from '../../analysis/parting.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { NamedRow, TokenScroll, tokenRowName, useComputed, useRow } from '../sequence/TokenScroll.tsx';
import { scoreOf, useScored } from '../sequence/TokenStrip.tsx';
import { useVisit } from '../sequence/useVisit.ts';
import { columnOf } from '../timeline/columns.ts';
import type { SequenceColumns } from '../timeline/columnsContext.tsx';
import { LabelRow, READABLE, stepLabelsOf, tokenLabelsOf } from '../timeline/LabelRow.tsx';
import { usePartings } from './partings.tsx';
import { type ComparedRun, InRun, longestOf, RunLetter, useRuns } from './runs.tsx';

interface RowProps {
  readonly shared: SequenceColumns;
  readonly run: string;
  /** True where the others are past its end, so that none of its timesteps is the present one. */
  readonly ended: boolean;
}

/** Tokens of all runs, or of each; below them the answers of each, and above them flags where the runs part. */
export function CompareTokens({ shared }: { readonly shared: SequenceColumns }) {
  const runs = useRuns();
  const { partings, goTo } = usePartings();
  const longest = longestOf(runs).derived.tape.length;
  const t = useGatescope(({ cursor }) => cursor.t);
  const readers = runs.filter(({ inputs }, k) => k === 0 || inputs.sequence !== runs[0].inputs.sequence);
  return (
    <>
      <TokenScroll shared={shared} length={longest} className="compare-tokens">
        <PartingFlags partings={partings} shared={shared} onGo={goTo} />
        {readers.map((run) => (
          <InRun key={run.letter} run={run}>
            <TokenRow shared={shared} run={run.letter} ended={t > run.derived.tape.length} shown={readers.length > 1} />
          </InRun>
        ))}
        {shared.columns.width >= READABLE &&
          runs.map((run) => (
            <InRun key={run.letter} run={run}>
              <AnswerRow shared={shared} run={run.letter} ended={t > run.derived.tape.length} />
            </InRun>
          ))}
      </TokenScroll>
      <div className="score">
        {runs.map((run) => (
          <InRun key={run.letter} run={run}>
            <RunScore run={run} />
          </InRun>
        ))}
      </div>
    </>
  );
}

/** A flag over the first timestep at which the runs part, and a tick over the others. */
function PartingFlags({
  partings,
  shared: { columns, gutter },
  onGo,
}: {
  readonly partings: readonly Difference[];
  readonly shared: SequenceColumns;
  readonly onGo: (parting: Difference) => void;
}) {
  const first = partings[0];
  if (!first) return null;
  const left = ({ timestep }: Difference): number => gutter + columnOf(Math.max(1, timestep), columns) * columns.width;
  return (
    <div className="parting-flags">
      <div className="timeline-name" />
      <button
        type="button"
        className="bare-button parting-flag"
        style={{ left: left(first) }}
        onClick={() => onGo(first)}
      >
        {first.timestep === 0 ? 'they differ from the start' : `they part at t = ${first.timestep}`}
      </button>
      {partings.slice(1).map((parting) => (
        <span
          key={parting.timestep}
          className="parting-tick"
          style={{ left: left(parting), width: columns.width }}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}

function TokenRow({
  shared,
  run,
  ended,
  shown,
}: RowProps & { /** True if the letter of the run is shown. */ readonly shown: boolean }) {
  const { encoded } = useDerived();
  const visit = useVisit();
  const row = useRunRow(shared, ended);
  const labels = useMemo(() => tokenLabelsOf(encoded.tokens), [encoded]);
  const names = useMemo(() => encoded.labels && stepLabelsOf(encoded.labels), [encoded]);
  const name = tokenRowName(shared.columns);
  const named = (word: string) => (shown ? <RunName letter={run} name={word} /> : word);
  return (
    <>
      <NamedRow run={run} name={named(name)}>
        <LabelRow labels={shown ? { ...labels, name: `Tokens of ${run}` } : labels} onCursor={visit} {...row} />
      </NamedRow>
      {names && (
        <NamedRow run={run} kind="names" name={named('label')}>
          <LabelRow labels={shown ? { ...names, name: `Labels of ${run}` } : names} {...row} />
        </NamedRow>
      )}
    </>
  );
}

function AnswerRow({ shared, run, ended }: RowProps) {
  const row = useRunRow(shared, ended);
  const { answers } = useScored(shared.columns.width);
  if (!answers) return null;
  return (
    <NamedRow run={run} kind="answers" name={<RunName letter={run} name="answers" />}>
      <LabelRow labels={{ ...answers, name: `Answers of ${run}` }} {...row} />
    </NamedRow>
  );
}

/** The place of a row of a run, after whose end no timestep is the present one. */
function useRunRow(shared: SequenceColumns, ended: boolean): ReturnType<typeof useRow> {
  const row = useRow(shared);
  return ended ? { ...row, t: row.t + 1 } : row;
}

const RunName = ({ letter, name }: { readonly letter: string; readonly name: string }) => (
  <span className="run-name">
    <RunLetter letter={letter} /> <span className="run-word">{name}</span>
  </span>
);

function RunScore({ run: { letter } }: { readonly run: ComparedRun }) {
  const { answers, marks } = useScored(0);
  const computed = useComputed();
  const score = answers && marks && scoreOf({ marks, computed });
  if (!score) return null;
  return (
    <p>
      <RunLetter letter={letter} /> <strong>{score}</strong>
    </p>
  );
}
