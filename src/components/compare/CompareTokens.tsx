import { type CSSProperties, useEffect, useMemo } from 'react';
import type { Difference } from '../../analysis/parting.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { SIGN_AND_LETTER, scoreOf, useScored } from '../sequence/TokenStrip.tsx';
import { columnCount, columnOf } from '../timeline/columns.ts';
import type { SequenceColumns } from '../timeline/columnsContext.tsx';
import { LabelRow, READABLE, tokenLabelsOf } from '../timeline/LabelRow.tsx';
import { useFollow } from '../timeline/useScroller.ts';
import { usePartings } from './partings.tsx';
import { InRun, type Run, RunLetter, useRuns } from './runs.tsx';
import '../timeline/timeline.css';
import '../sequence/tokenStrip.css';

interface RowProps {
  readonly shared: SequenceColumns;
  readonly letter: string | null;
}

/** Tokens of all runs, or of each; below them the answers of each, and above them flags where the runs part. */
export function CompareTokens({ shared }: { readonly shared: SequenceColumns }) {
  const { columns, gutter, space, scroller, group } = shared;
  const runs = useRuns();
  const { partings, goTo } = usePartings();
  const t = useGatescope((state) => state.cursor.t);
  useEffect(() => (scroller.current ? group.join(scroller.current) : undefined), [group, scroller]);
  useFollow(scroller, t, columns, space);
  const longest = Math.max(...runs.map(({ derived }) => derived.tape.length));
  const readers = runs.filter(({ inputs }, k) => k === 0 || inputs.sequence !== runs[0].inputs.sequence);
  return (
    <>
      <section
        ref={scroller}
        className="token-strip-scroll compare-tokens"
        data-narrow={columns.width < SIGN_AND_LETTER || undefined}
        aria-label="Tokens"
        style={{ '--gutter': `${gutter}px` } as CSSProperties}
      >
        <div style={{ width: gutter + columnCount(longest, columns) * columns.width }}>
          <PartingFlags partings={partings} shared={shared} onGo={goTo} />
          {readers.map((run) => (
            <InRun key={run.letter} run={run}>
              <TokenRow shared={shared} letter={readers.length > 1 ? run.letter : null} />
            </InRun>
          ))}
          {columns.width >= READABLE &&
            runs.map((run) => (
              <InRun key={run.letter} run={run}>
                <AnswerRow shared={shared} letter={run.letter} />
              </InRun>
            ))}
        </div>
      </section>
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

function useRow({ columns, scroller, space }: SequenceColumns) {
  const { cell } = useDerived();
  const { t, position } = useGatescope((state) => state.cursor);
  const computed = position >= cell.signals.length ? t : t - 1;
  return { t, row: { columns, computed, scroller, space } };
}

function TokenRow({ shared, letter }: RowProps) {
  const { encoded } = useDerived();
  const { goTo } = useActions();
  const { t, row } = useRow(shared);
  const labels = useMemo(() => tokenLabelsOf(encoded.tokens), [encoded]);
  const jump = useMemo(() => (to: number) => goTo(to, undefined, 'jump'), [goTo]);
  const name = shared.columns.bin > 1 ? `mean of ${shared.columns.bin}` : 'reads';
  return (
    <div className="timeline-head">
      <div className="timeline-name">{letter === null ? name : <RunName letter={letter} name={name} />}</div>
      <LabelRow
        labels={letter === null ? labels : { ...labels, name: `Tokens of ${letter}` }}
        t={t}
        onCursor={jump}
        {...row}
      />
    </div>
  );
}

function AnswerRow({ shared, letter }: RowProps & { readonly letter: string }) {
  const { t, row } = useRow(shared);
  const { answers } = useScored(shared.columns.width);
  if (!answers) return null;
  return (
    <div className="timeline-head answers">
      <div className="timeline-name">
        <RunName letter={letter} name="answers" />
      </div>
      <LabelRow labels={{ ...answers, name: `Answers of ${letter}` }} t={t} {...row} />
    </div>
  );
}

const RunName = ({ letter, name }: { readonly letter: string; readonly name: string }) => (
  <span className="run-name">
    <RunLetter letter={letter} /> <span className="run-word">{name}</span>
  </span>
);

function RunScore({ run: { letter } }: { readonly run: Run }) {
  const { answers, marks } = useScored(0);
  const { cell } = useDerived();
  const { t, position } = useGatescope((state) => state.cursor);
  const computed = position >= cell.signals.length ? t : t - 1;
  const score = answers && marks && scoreOf({ marks, computed });
  if (!score) return null;
  return (
    <p>
      <RunLetter letter={letter} /> <strong>{score}</strong>
    </p>
  );
}
