import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { displayed } from '../../notation/number.ts';
import type { Range } from '../../ops/op.ts';
import { type Pen, stroked } from '../../questions/curve.ts';
import { inQuotes } from '../../text/tokens.ts';
import { valueRange } from '../primitives/valueRange.ts';
import { CourseChart, type CourseChartProps } from './CourseChart.tsx';

export interface GuessStripProps extends Omit<CourseChartProps, 'guesses' | 'values' | 'over'> {
  /** One guess for each timestep that is asked for; null where there is none yet. */
  readonly guesses: readonly (number | null)[];
  /** The least and the largest guess. */
  readonly bounds: Range;
  readonly onGuess: (guesses: readonly (number | null)[]) => void;
  /** Called with the guesses after every change but those within a stroke, and at the end of each stroke. */
  readonly onSettle: (guesses: readonly (number | null)[]) => void;
}

/** Parts of the axis by which an arrow key, and Page Up or Page Down, change a guess. */
const STEP = 1 / 40;
const LEAP = 1 / 8;
/** Parts of the axis that a pointer tells apart. */
const GRAIN = 200;

/**
 * The strip of one value, to be continued: a stroke draws it over the timesteps that are asked for. Each of them is also a
 * slider: left and right choose the timestep, up and down change the guess.
 */
export function GuessStrip({ guesses, bounds, onGuess, onSettle, ...course }: GuessStripProps) {
  const { axis, known, tokens, first } = course;
  const [low, high] = axis;
  const [active, setActive] = useState(0);
  const area = useRef<HTMLDivElement>(null);
  const pen = useRef<Pen | null>(null);
  const count = guesses.length;

  const moveTo = (k: number): void => {
    const next = Math.min(Math.max(k, 0), count - 1);
    setActive(next);
    area.current?.querySelectorAll<HTMLElement>('[role="slider"]')[next]?.focus({ preventScroll: true });
  };
  const set = (k: number, value: number | null): void => {
    const next = guesses.with(k, value === null ? null : clamped(value, bounds));
    onGuess(next);
    onSettle(next);
  };
  /** The value at which a guess begins to move: its own, or that of the nearest timestep before. */
  const startOf = (k: number): number =>
    guesses.slice(0, k + 1).findLast((guess) => guess !== null) ?? known.at(-1) ?? (low + high) / 2;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    // a slider by itself has nothing to go to on either side
    const by = count === 1 && sideways !== 0 ? sideways * STEP : changes[event.key];
    if (by !== undefined) set(active, startOf(active) + by * (high - low));
    else if (sideways !== 0) moveTo(active + sideways);
    else if (event.key === 'Home' || event.key === 'End') set(active, event.key === 'Home' ? low : high);
    else return;
    event.preventDefault();
  };
  const penAt = ({ clientX, clientY }: PointerEvent): Pen | null => {
    const box = area.current?.getBoundingClientRect();
    if (!box) return null;
    const share = Math.round(GRAIN * ((box.bottom - clientY) / box.height)) / GRAIN;
    const y = clamped(low + share * (high - low), axis);
    return { x: (count * (clientX - box.left)) / box.width, y: clamped(y, bounds) };
  };
  const draw = (event: PointerEvent, from: Pen | null): void => {
    const to = penAt(event);
    if (!to) return;
    onGuess(stroked(guesses, from ?? to, to));
    pen.current = to;
    moveTo(Math.floor(to.x));
  };

  const columns = known.length + count;
  return (
    <CourseChart
      {...course}
      guesses={guesses}
      values={null}
      over={
        // biome-ignore lint/a11y/useSemanticElements: a fieldset names a group of form fields, these are sliders in a plot
        <div
          role="group"
          aria-label={count === 1 ? 'The guess in the strip' : 'The guesses in the strip'}
          ref={area}
          className="guess-area"
          style={{ left: `${(100 * known.length) / columns}%` }}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
            draw(event, null);
          }}
          onPointerMove={(event) => pen.current && draw(event, pen.current)}
          onLostPointerCapture={() => {
            pen.current = null;
            onSettle(guesses);
          }}
        >
          {guesses.map((guess, k) => (
            <div
              key={k}
              className="guess-stop"
              data-active={count > 1 && k === active ? '' : undefined}
              // biome-ignore lint/a11y/useAriaPropsForRole: valueRange brings them
              role="slider"
              tabIndex={k === active ? 0 : -1}
              aria-orientation="vertical"
              aria-label={
                count === 1
                  ? 'Your guess'
                  : `Your guess at timestep ${first + k}, reading ${inQuotes(tokens[first + k - 1])}`
              }
              {...valueRange(guess ?? startOf(k), axis)}
              aria-valuetext={guess === null ? 'no guess yet' : displayed(guess)}
              onFocus={() => setActive(k)}
            >
              {guess === null ? (
                <span className="guess-none">?</span>
              ) : (
                <span className="guess-point" style={{ top: `${(100 * (high - guess)) / (high - low)}%` }} />
              )}
            </div>
          ))}
        </div>
      }
    >
      <label className="row tight">
        {count > 1 && <span className="hint">timestep {first + active}</span>}
        <input
          type="number"
          aria-label={count === 1 ? 'Your guess as a number' : `Your guess at timestep ${first + active} as a number`}
          min={bounds[0]}
          max={bounds[1]}
          step="any"
          value={guesses[active] ?? ''}
          onChange={({ target }) => set(active, target.value === '' ? null : target.valueAsNumber)}
        />
      </label>
    </CourseChart>
  );
}

const changes: Readonly<Record<string, number>> = {
  ArrowUp: STEP,
  ArrowDown: -STEP,
  PageUp: LEAP,
  PageDown: -LEAP,
};

/** A value within an axis or bounds, without the digits that sums of fractions leave behind. */
const clamped = (value: number, [low, high]: Range): number =>
  Number(Math.min(Math.max(value, low), high).toPrecision(6));
