import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { displayed } from '../../notation/number.ts';
import { useActions, useGatescope } from '../../store/context.tsx';
import { Button } from '../primitives/Button.tsx';
import { type Block, blocksOf, restingOf } from '../timeline/blocks.ts';
import { columnCount, columnOf, rowHeightOf } from '../timeline/columns.ts';
import type { SequenceColumns } from '../timeline/columnsContext.tsx';
import type { Frames } from '../timeline/frames.ts';
import { NOTHING_READ } from '../timeline/reading.ts';
import { Strip, type StripPosition } from '../timeline/Strip.tsx';
import { createSurface, type Surface } from '../timeline/surface.ts';
import { useFollow } from '../timeline/useScroller.ts';
import { useDark } from '../useColours.ts';
import { differenceFrames, sizeIn } from './differenceFrames.ts';
import { OfferedStrips } from './OfferedStrips.tsx';
import { usePartings } from './partings.tsx';
import { RunLines } from './RunLines.tsx';
import { type ComparedRun, longestOf, RunLetter, useRuns } from './runs.tsx';

/** The height of a strip, in CSS pixels. */
const HEIGHT = 30;

/** A signal of each run and the difference of the two that are compared, on one scale under the same tokens. */
export function CompareStrips({ shared }: { readonly shared: SequenceColumns }) {
  const { columns, gutter } = shared;
  const scroller = useRef<HTMLElement>(null);
  const [surface] = useState(createSurface);
  const [all, setAll] = useState(false);
  const [place, setPlace] = useState<PointedValue | null>(null);
  const runs = useRuns();
  const { a, partings } = usePartings();
  const { t } = useGatescope((state) => state.cursor);
  const { signal } = useGatescope((state) => state.selection);
  useEffect(
    () => (scroller.current ? surface.attach(scroller.current, gutter) : undefined),
    [surface, gutter, scroller],
  );
  useFollow(scroller, t, shared);
  const { cell } = a.derived;
  const blocks = useMemo(() => blocksOf(cell), [cell]);
  const resting = restingOf(cell, blocks);
  // at first a state that all runs have
  const common = resting.find((id) => runs.every(({ derived }) => sizeIn(derived.tape, id) !== null)) ?? resting[0];
  const asked = blocks.find(({ id }) => id === signal) ?? blocks.find(({ id }) => id === common);
  const shown = all ? blocks : blocks.filter((block) => block === asked);
  const longest = longestOf(runs).derived.tape.length;
  const whole = columnCount(longest, columns) * columns.width;
  const mark = (timestep: number): CSSProperties => ({
    left: gutter + columnOf(Math.max(1, timestep), columns) * columns.width,
  });
  return (
    <section className="timeline compare-strips" data-shared="" aria-label="Over time">
      <header className="spread timeline-tools">
        <output className="timeline-reading">{place ? pointedWords(place) : NOTHING_READ}</output>
        <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'One signal' : 'All signals'}
        </Button>
      </header>
      <section
        ref={scroller}
        className="timeline-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region, moved through by keyboard
        tabIndex={0}
        aria-label="Strips of the runs and their difference, units by timesteps"
        style={{ '--gutter': `${gutter}px` } as CSSProperties}
      >
        <div className="timeline-content" style={{ width: gutter + whole }}>
          {runs.map((run) => (
            <OfferedStrips key={run.letter} run={run} blocks={shown} />
          ))}
          {shown.map((block) => (
            <SignalStrips
              key={block.id}
              block={block}
              runs={runs}
              shared={shared}
              surface={surface}
              onPlace={setPlace}
            />
          ))}
          {asked && <RunLines block={asked} runs={runs} columns={columns} />}
          {t > 0 && (
            <div
              className="timeline-cursor"
              aria-hidden="true"
              style={{
                width: Math.max(columns.width, 4),
                transform: `translateX(${columnOf(t, columns) * columns.width}px)`,
              }}
            />
          )}
          {partings[0] && <div className="parting-line" aria-hidden="true" style={mark(partings[0].timestep)} />}
        </div>
      </section>
    </section>
  );
}

/** The value under the pointer. */
interface PointedValue extends StripPosition {
  /** The strip, in words. */
  readonly of: string;
  readonly value: number;
  /** The value without interventions; null where none acts. */
  readonly free: number | null;
}

function pointedWords({ of, unit, t, value, free }: PointedValue): string {
  const also = free === null || free === value ? '' : `, free run ${displayed(free, 4)}`;
  return `${of}, unit ${unit + 1}, t = ${t}: ${displayed(value, 4)}${also}`;
}

interface SignalProps {
  readonly block: Block;
  readonly runs: readonly ComparedRun[];
  readonly shared: SequenceColumns;
  readonly surface: Surface;
  readonly onPlace: (place: PointedValue | null) => void;
}

/** One signal: the strip of each run that has it, then the difference. */
function SignalStrips({ block, runs, ...rest }: SignalProps) {
  const { a, b } = usePartings();
  const [one, other] = [a.derived.tape, b.derived.tape];
  const difference = useMemo(() => differenceFrames(one, other, block.id), [one, other, block.id]);
  const having = runs.filter(({ derived }) => sizeIn(derived.tape, block.id) !== null);
  return (
    <div className="signal-strips">
      {having.map((run) => (
        <RunStrip
          key={run.letter}
          frames={run.derived.tape}
          size={sizeIn(run.derived.tape, block.id) ?? 0}
          run={run}
          name={<RunLetter letter={run.letter} />}
          of={`${block.label} of ${run.letter}`}
          block={block}
          {...rest}
        />
      ))}
      {runs
        .filter((run) => !having.includes(run))
        .map(({ letter, derived }) => (
          <p key={letter} className="hint lacking">
            <RunLetter letter={letter} /> {derived.cell.name} has no {block.label}.
          </p>
        ))}
      {difference && (
        <RunStrip
          frames={difference}
          size={sizeIn(one, block.id) ?? 0}
          run={a}
          name={`A − ${b.letter}`}
          difference
          of={`${block.label} of A minus that of ${b.letter}`}
          block={{ ...block, kind: 'signed' }}
          {...rest}
        />
      )}
    </div>
  );
}

interface StripProps extends Omit<SignalProps, 'runs'> {
  readonly frames: Frames;
  readonly size: number;
  readonly run: ComparedRun;
  readonly name: ReactNode;
  /** The content of the strip, in words. */
  readonly of: string;
  /** True for the strip of a difference, which is no value of a run. */
  readonly difference?: boolean;
}

function RunStrip({ frames, size, run, name, of, difference = false, block, shared, surface, onPlace }: StripProps) {
  const { goTo, select } = useActions();
  const { t, position } = useGatescope((state) => state.cursor);
  const { signal, unit } = useGatescope((state) => state.selection);
  const dark = useDark();
  const order = useMemo(() => Array.from({ length: size }, (_, k) => k), [size]);
  const index = run.derived.cell.signals.findIndex(({ id }) => id === block.id);
  const { tape, free } = run.derived;
  const ghost = difference || free.tape === tape ? null : free.tape;
  const valueIn = (of: Frames, { t: at, unit: k }: StripPosition): number =>
    of.data[at * of.program.frameSize + of.slot(block.id).offset + k];
  const pointed = (place: StripPosition): PointedValue => ({
    ...place,
    of,
    value: valueIn(frames, place),
    free: ghost && valueIn(ghost, place),
  });
  return (
    <Strip
      surface={surface}
      symbol={block.symbol}
      label={of}
      run={difference ? 'difference' : run.letter}
      name={name}
      selected={(signal === 'x') === (block.id === 'x') ? unit : null}
      lit={false}
      width={Math.min(shared.space, columnCount(frames.length, shared.columns) * shared.columns.width)}
      view={{
        frames,
        ghost,
        signal: block.id,
        kind: block.kind,
        order,
        dark,
        columns: shared.columns,
        rowHeight: rowHeightOf(size, HEIGHT),
        computed: index < position ? t : t - 1,
        unit: null,
      }}
      onPlace={(place) => onPlace(place && pointed(place))}
      onGo={(place, dragging) => {
        goTo(place.t, undefined, 'jump');
        if (!dragging) select(block.id, place.unit);
      }}
    />
  );
}
