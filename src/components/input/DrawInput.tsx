import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import type { Sequence } from '../../io/sequence.ts';
import { displayed } from '../../notation/number.ts';
import { useGatescope } from '../../store/context.tsx';
import { capturePointer } from '../capturePointer.ts';
import { NumberField } from '../parameters/NumberField.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { valueRange } from '../primitives/valueRange.ts';
import { curveThrough, heightsOf, MAX_CURVE, MIN_CURVE, stroked } from './curve.ts';
import { useSetSequence } from './useSetSequence.ts';

/** The pad in its own units; y runs from 1 at the top to −1 at the bottom. */
const WIDTH = 400;
const HEIGHT = 140;
const EDGE = 10;

const raises: Readonly<Record<string, number>> = { ArrowUp: 0.05, ArrowDown: -0.05, PageUp: 0.25, PageDown: -0.25 };

/** A curve drawn by pointer, or point by point with the arrow keys: one number a timestep. */
export function DrawInput() {
  const id = useId();
  const sequence = useGatescope((state) => state.inputs.sequence);
  const setSequence = useSetSequence();
  const [steps, setSteps] = useState(24);
  const [point, setPoint] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const strokes = useRef(0);
  const last = useRef<readonly [number, number] | null>(null);

  const drawn = heightsOf(sequence);
  const heights = drawn ?? Array.from({ length: steps }, () => 0);
  const n = heights.length;
  const at = Math.min(point, n - 1);
  const take = (next: Sequence, gesture?: string): void => setFault(setSequence(next, gesture));
  const gesture = (): string => `${id}${strokes.current}`;

  const draw = (event: PointerEvent<HTMLElement>): void => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const across = (((event.clientX - left) / (width || 1)) * WIDTH - EDGE) / (WIDTH - 2 * EDGE);
    const up = 1 - ((((event.clientY - top) / (height || 1)) * HEIGHT - EDGE) / (HEIGHT - 2 * EDGE)) * 2;
    const to = [Math.round(clamped(across, 0, 1) * (n - 1)), clamped(up, -1, 1)] as const;
    take(curveThrough(stroked(heights, last.current ?? to, to)), gesture());
    last.current = to;
    setPoint(to[0]);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    capturePointer(event);
    strokes.current++;
    last.current = null;
    draw(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (last.current && event.buttons & 1) draw(event);
    else last.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const raise = raises[event.key];
    const goal = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: n - 1 }[event.key];
    if (raise === undefined && goal === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (goal !== undefined) {
      strokes.current++;
      setPoint(clamped(goal, 0, n - 1));
    } else {
      const to = [at, clamped(Math.round((heights[at] + raise) * 1000) / 1000, -1, 1)] as const;
      take(curveThrough(stroked(heights, to, to)), gesture());
    }
  };
  const resize = (count: number, of?: string): void => {
    setSteps(count);
    if (drawn) take(curveThrough(heights, count), of);
  };

  const xAt = (k: number): number => EDGE + (k / (n - 1)) * (WIDTH - 2 * EDGE);
  const yAt = (height: number): number => EDGE + ((1 - height) / 2) * (HEIGHT - 2 * EDGE);
  return (
    <div className="stack draw-input">
      <p className="hint" id={`${id}how`}>
        Draw with a pointer, or use the arrow keys: left and right choose a timestep, up and down move its value.
        {!drawn && ' Drawing replaces the current sequence.'}
      </p>
      <div
        className="pad"
        // biome-ignore lint/a11y/useAriaPropsForRole: valueRange brings them
        role="slider"
        tabIndex={0}
        aria-label="Curve"
        aria-describedby={`${id}how`}
        aria-orientation="vertical"
        {...valueRange(heights[at], [-1, 1])}
        aria-valuetext={`timestep ${at + 1} of ${n}: ${displayed(heights[at])}`}
        data-drawn={drawn !== null}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => (last.current = null)}
        onKeyDown={onKeyDown}
        onBlur={() => strokes.current++}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <line className="zero" x1={EDGE} x2={WIDTH - EDGE} y1={yAt(0)} y2={yAt(0)} />
          <polyline points={heights.map((height, k) => `${xAt(k)},${yAt(height)}`).join(' ')} />
          <line className="here" x1={xAt(at)} x2={xAt(at)} y1={EDGE} y2={HEIGHT - EDGE} />
          {heights.map((height, k) => (
            <line
              key={k}
              className={k === at ? 'point chosen' : 'point'}
              x1={xAt(k)}
              x2={xAt(k)}
              y1={yAt(height)}
              y2={yAt(height)}
            />
          ))}
        </svg>
      </div>
      <p className="hint">
        Top is 1, bottom is −1. Timestep {at + 1}: {displayed(heights[at])}
      </p>
      {fault !== null && <Fault>{fault}</Fault>}
      <div className="row">
        <NumberField
          label={`Timesteps (${MIN_CURVE} to ${MAX_CURVE})`}
          value={n}
          step={1}
          min={MIN_CURVE}
          max={MAX_CURVE}
          whole
          onCommit={resize}
        />
        <Button disabled={!drawn} onClick={() => take(curveThrough(heights.map(() => 0)))}>
          Clear
        </Button>
      </div>
    </div>
  );
}

function clamped(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
