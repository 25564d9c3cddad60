import { type CSSProperties, lazy, useContext, useEffect, useId, useMemo, useState } from 'react';
import type { Tape } from '../../engine/tape.ts';
import { Deferred } from '../Deferred.tsx';
import { useLatest } from '../useLatest.ts';
import { useStateOf } from '../useStateOf.ts';
import { AnswerStrip } from './AnswerStrip.tsx';
import type { RunAnswers } from './answers.ts';
import { type Block, blocksOf, computedAt, kindsOf, ordersOf, restingOf } from './blocks.ts';
import { columnCount } from './columns.ts';
import { useOwnColumns, useSharedColumns } from './columnsContext.tsx';
import { GradientSizes } from './GradientSizes.tsx';
import { moveByKey } from './keyMove.ts';
import type { Labels } from './LabelRow.tsx';
import { LineOfUnit } from './lineOfUnit.ts';
import { OwnLabels } from './OwnLabels.tsx';
import { positionRead, readingOf } from './reading.ts';
import type { StripPosition } from './Strip.tsx';
import { Strips } from './Strips.tsx';
import type { StripSequence } from './shownStrips.ts';
import { createSurface } from './surface.ts';
import { TimelineCursor } from './TimelineCursor.tsx';
import { TimelineFoot, TimelineReading } from './TimelineFoot.tsx';
import { type StripChoices, TimelineTools } from './TimelineTools.tsx';
import { useFollow } from './useScroller.ts';
import './timeline.css';

const PrintedStrips = lazy(async () => ({ default: (await import('../annotations.ts')).PrintedStrips }));

/** A run to show, and what is asked about in it. */
export interface TimelineProps {
  readonly tape: Tape;
  /** Another run, outlined where it differs; null where there is none. */
  readonly ghost?: Tape | null;
  readonly encoded: StripSequence;
  /** The moment shown: timestep t with its first `position` signals computed. */
  readonly cursor: { readonly t: number; readonly position: number };
  readonly selection: { readonly signal: string | null; readonly unit: number };
  /** The signal that is lit up elsewhere, or null. */
  readonly hover: string | null;
  readonly dark: boolean;
  readonly onCursor: (t: number) => void;
  readonly onSelect: (signal: string, unit: number) => void;
  /** The objective of the gradients in `tape`, and the largest gradient, which gives the scale; null if `tape` has values. */
  readonly gradient?: { readonly of: string; readonly largest: number } | null;
  /** The answers of the head at every timestep. */
  readonly answers?: RunAnswers | null;
  /** The marks of the answers that are asked, one entry a timestep. */
  readonly marks?: Labels['marks'];
  /** True if the colour scales are explained here; default true. */
  readonly legend?: boolean;
  /** True if values are shown only once they are computed, not pale before; default false. */
  readonly hidesFuture?: boolean;
}

/** The heights of a strip beside the cell, in CSS pixels: where only the states are shown, and among all signals. */
const [FOLDED, UNFOLDED] = [44, 66];

/** Every signal of the whole sequence, units by timesteps, under the tokens, with the cursor across. */
export function Timeline({
  tape,
  ghost = null,
  encoded,
  cursor,
  selection,
  hover,
  dark,
  onCursor,
  onSelect,
  gradient = null,
  answers = null,
  marks = null,
  legend = true,
  hidesFuture = false,
}: TimelineProps) {
  const id = useId();
  const [surface] = useState(createSurface);
  const one = useContext(LineOfUnit);
  const [choices, setChoices] = useStateOf<StripChoices>(one, { sorting: 'index', list: '', lines: one });
  const { sorting, list, lines } = choices;
  const [open, setOpen] = useStateOf(one, false);
  const [place, setPlace] = useStateOf<StripPosition | null>(tape.program.slots, null);
  const [answerRead, setAnswerRead] = useStateOf<string | null>(answers, null);
  const [focused, setFocused] = useState(false);
  const { tokens, features } = encoded;
  const own = useOwnColumns(tokens);
  const shared = useSharedColumns();
  const { scroller } = own;
  const sequence = shared ?? own;
  const { columns, gutter, zoom, narrowest, setZoom, spare } = sequence;
  // the strips have the names of the tokens beside them, but a window of their own
  const space = Math.max(0, own.gutter + own.space - gutter);
  // one identity for all tokens, so that a step renders two of them and not all
  const goTo = useLatest(onCursor);

  const T = tape.length;
  const largest = gradient?.largest ?? null;
  const whole = columnCount(T, columns) * columns.width;
  const { cell } = tape.program;
  const blocks = useMemo(() => blocksOf(cell), [cell]);
  const folded = shared !== null && !open;
  // another cell may lack the signal that was selected
  const selected = selection.signal !== null && tape.program.slots.has(selection.signal) ? selection.signal : null;
  const sortedBy = sorting === 'index' || selected === null ? cell.output : selected;
  const orders = useMemo(
    () => ordersOf(tape, blocks, sortedBy, sorting, list),
    [tape, blocks, sortedBy, sorting, list],
  );

  useEffect(() => (scroller.current ? surface.attach(scroller.current, gutter) : undefined), [surface, gutter]);
  useFollow(scroller, cursor.t, { columns, space, group: sequence.group });

  const computedOf = (index: number): number => (gradient ? T : computedAt(cursor, index));
  const at = positionRead(tape, place, selected, { unit: selection.unit, t: cursor.t });

  const resting = one && selected !== null ? [selected] : restingOf(cell, blocks);
  const shown = folded ? blocks.filter(({ id: block }) => resting.includes(block)) : blocks;
  const source = {
    tape,
    ghost,
    orders,
    columns,
    height: folded ? FOLDED : shared ? UNFOLDED : undefined,
    dark,
    cursor,
    selection,
    largest,
    lines,
    hidesFuture,
    computedOf: (block: Block) => computedOf(blocks.indexOf(block)),
  };
  const read = {
    reading:
      answerRead ?? readingOf(at, { tape, ghost, encoded, blocks, gradientOf: gradient?.of ?? null, computedOf }),
    spoken: focused,
    kinds: lines ? [] : kindsOf(largest, blocks),
    largest,
    dark,
  };
  return (
    <section
      className="fill timeline"
      data-shared={shared !== null || undefined}
      data-folded={folded || undefined}
      aria-labelledby={`${id}-title`}
    >
      <TimelineTools
        choices={choices}
        unit={selection.unit}
        zoom={zoom}
        narrowest={narrowest}
        titleId={`${id}-title`}
        folded={folded && <TimelineReading {...read} />}
        {...(shared && { onFold: () => setOpen(!open) })}
        onChange={(change) => setChoices({ ...choices, ...change })}
        onZoom={setZoom}
      />
      <section
        ref={scroller}
        className="timeline-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region, moved through by keyboard
        tabIndex={0}
        aria-label="Heat strips, units by timesteps"
        aria-describedby={`${id}-help`}
        style={{ '--gutter': `${gutter}px` } as CSSProperties}
        onKeyDown={(event) =>
          moveByKey(event, { ...selection, t: cursor.t, T, blocks, orders }, { onCursor, onSelect })
        }
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <div
          className="timeline-content"
          data-marked={marks !== null && !shared}
          style={{ width: gutter + whole + spare * columns.width }}
        >
          {!shared && (
            <OwnLabels
              tokens={tokens}
              marks={marks}
              answers={answers}
              columns={columns}
              t={cursor.t}
              computed={computedOf(blocks.length - 1)}
              scroller={scroller}
              space={space}
              onCursor={goTo}
            />
          )}
          {gradient && T > 0 && (
            <GradientSizes
              adjoint={tape}
              signal={cell.output}
              label={blocks.find(({ id: block }) => block === cell.output)?.label ?? cell.output}
              of={gradient.of}
              columns={columns}
            />
          )}
          <Strips
            {...source}
            blocks={shown}
            features={features}
            surface={surface}
            width={Math.min(space, whole)}
            hover={hover}
            place={place}
            onPlace={setPlace}
            onCursor={onCursor}
            onSelect={onSelect}
          />
          {answers && !folded && (
            <AnswerStrip
              answers={answers}
              surface={surface}
              columns={columns}
              dark={dark}
              width={Math.min(space, whole)}
              computed={computedOf(blocks.length - 1)}
              onReading={setAnswerRead}
              onCursor={goTo}
            />
          )}
          <TimelineCursor t={cursor.t} columns={columns} />
          {T === 0 && <p className="hint">The sequence is empty.</p>}
        </div>
      </section>
      <Deferred>
        <PrintedStrips
          {...source}
          blocks={shown}
          encoded={encoded}
          answers={answers}
          marks={marks}
          folded={folded}
          computed={computedAt(cursor, blocks.length - 1)}
        />
      </Deferred>
      <p id={`${id}-help`} className={shared ? 'visually-hidden' : 'hint'}>
        Left and right change the timestep, up and down the unit
        {gradient || hidesFuture ? '' : '; future timesteps are pale'}.
      </p>
      {!folded && <TimelineFoot {...read} legend={legend} />}
    </section>
  );
}
