import { type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { Letter } from '../../cell/declaration.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { columnOf, rowAt, timestepAt } from './columns.ts';
import { axisOf } from './line.ts';
import { StripAxis } from './StripAxis.tsx';
import { createStripPainter, type StripPainter } from './stripPainter.ts';
import { type StripView, stripHeightOf } from './stripView.ts';
import type { Surface } from './surface.ts';

/** The signal, unit and timestep that the pointer is on. */
export interface StripPosition {
  readonly signal: string;
  readonly unit: number;
  readonly t: number;
}

interface Props {
  readonly view: StripView;
  readonly surface: Surface;
  readonly symbol: string | Letter | null;
  readonly label: string;
  /** The text beside the symbol in place of the label. */
  readonly name?: ReactNode;
  readonly selected: number | null;
  /** The kind and the names of the rows; default units. */
  readonly rows?: { readonly kind: string; readonly names: readonly string[] };
  readonly lit: boolean;
  /** The letter of its run, where several are compared. */
  readonly run?: string;
  readonly width: number;
  readonly onPlace: (place: StripPosition | null) => void;
  readonly onGo: (place: StripPosition, dragging: boolean) => void;
}

/** The letter of a strip, which its label repeats in words. */
export const StripSymbol = ({ symbol }: Pick<Props, 'symbol'>) =>
  symbol !== null && (
    <span className="timeline-symbol" aria-hidden="true">
      {typeof symbol === 'string' ? symbol : symbol.letter + (symbol.accent ? accents[symbol.accent] : '')}
      <sub>t</sub>
    </span>
  );

const accents = { tilde: '\u0303', hat: '\u0302', prime: '′' } as const;

/** One signal over the sequence: its name, and its units by timesteps as a heat strip or one unit as a line. */
export function Strip({
  view,
  surface,
  symbol,
  label,
  name = label,
  selected,
  rows,
  lit,
  run,
  width,
  onPlace,
  onGo,
}: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const block = useRef<HTMLDivElement>(null);
  const painter = useRef<StripPainter | null>(null);
  const latest = useRef(view);
  const height = stripHeightOf(view);
  const heightNow = useRef(height);

  useEffect(() => {
    if (!canvas.current || !block.current) return;
    painter.current = createStripPainter(canvas.current);
    return surface.register(block.current, (left, space, deadline) => {
      const whole = Math.ceil(latest.current.frames.length / latest.current.columns.bin) * latest.current.columns.width;
      return painter.current?.draw(latest.current, left, Math.min(space, whole), heightNow.current, deadline) ?? true;
    });
  }, [surface]);
  useLayoutEffect(() => {
    latest.current = view;
    heightNow.current = height;
    surface.schedule();
  });

  const placeOf = (event: MouseEvent<HTMLCanvasElement>): StripPosition | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const left = event.currentTarget.closest('.timeline-scroll')?.scrollLeft ?? 0;
    const t = timestepAt(event.clientX - box.left + left, view.frames.length, view.columns);
    if (t === null) return null;
    if (view.unit !== null) return { signal: view.signal, unit: view.unit, t };
    const row = rowAt(event.clientY - box.top, view.order.length, view.rowHeight);
    return row === null ? null : { signal: view.signal, unit: view.order[row], t };
  };
  const go = (event: MouseEvent<HTMLCanvasElement>, dragging: boolean): void => {
    const place = placeOf(event);
    if (place) onGo(place, dragging);
  };
  const row = selected === null || view.unit !== null ? -1 : view.order.indexOf(selected);
  const axis = view.unit === null ? null : axisOf(view.frames, view.signal, view.unit, view.kind);

  return (
    <div className={lit ? 'timeline-strip lit' : 'timeline-strip'} data-signal={view.signal} data-run={run} ref={block}>
      <div className="timeline-name">
        <StripSymbol symbol={symbol} />
        <span className="timeline-label">{name}</span>
        {rows && view.unit === null && view.rowHeight >= 11 && (
          <span className="timeline-rows" aria-hidden="true">
            {view.order.map((k) => (
              <span key={k} style={{ height: view.rowHeight, lineHeight: `${view.rowHeight}px` }}>
                {tokenLabel(rows.names[k])}
              </span>
            ))}
          </span>
        )}
        {row >= 0 && (
          <span className="timeline-unit" style={{ top: (row + 0.5) * view.rowHeight }} aria-hidden="true" />
        )}
        {axis && <StripAxis low={axis[0]} high={axis[1]} />}
      </div>
      <canvas
        ref={canvas}
        className="timeline-canvas"
        style={{ width, height }}
        role="img"
        aria-label={`${label}: ${view.unit === null ? `${view.order.length} ${rows?.kind ?? 'units'}` : (rows?.names[view.unit] ?? `unit ${view.unit + 1}`)} over ${view.frames.length} timesteps`}
        data-columns={columnOf(Math.max(1, view.frames.length), view.columns) + 1}
        onClick={(event) => go(event, false)}
        onPointerMove={(event) => {
          onPlace(placeOf(event));
          if (event.buttons === 1 && event.pointerType === 'mouse') go(event, true);
        }}
        onPointerLeave={() => onPlace(null)}
      />
    </div>
  );
}
