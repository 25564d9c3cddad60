import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { colourScaleOf } from '../../cell/colourScale.ts';
import type { Letter } from '../../cell/declaration.ts';
import type { Tape } from '../../engine/tape.ts';
import { displayed } from '../../notation/number.ts';
import { Legend } from '../charts/Legend.tsx';
import { baseWidthOf, type Columns, columnCount, columnOf, rowHeightOf, scrollTo, zoomsOf } from './columns.ts';
import { type Place, Strip } from './Strip.tsx';
import { createSurface } from './surface.ts';
import { TokenRow } from './TokenRow.tsx';
import { tokenLabel } from './tokenLabel.ts';
import { unitsOf } from './unitList.ts';
import { orderOf, type UnitOrder, unitOrders } from './unitOrder.ts';
import './timeline.css';

export interface TimelineProps {
  readonly tape: Tape;
  /** One label a timestep. */
  readonly tokens: readonly string[];
  /** The moment shown: timestep t with its first `position` signals computed. */
  readonly cursor: { readonly t: number; readonly position: number };
  readonly selection: { readonly signal: string | null; readonly unit: number };
  /** The signal that is lit up elsewhere, or null. */
  readonly hover: string | null;
  readonly dark: boolean;
  readonly onCursor: (t: number) => void;
  readonly onSelect: (signal: string, unit: number) => void;
  readonly onHover: (signal: string | null) => void;
  /** Whether the colour scales are explained here; default true. */
  readonly legend?: boolean;
}

interface Block {
  readonly id: string;
  readonly label: string;
  readonly symbol: string | Letter | null;
  readonly kind: 'gate' | 'signed';
}

/** Every signal of the whole sequence, units by timesteps, under the tokens, with the cursor across. */
export function Timeline({
  tape,
  tokens,
  cursor,
  selection,
  hover,
  dark,
  onCursor,
  onSelect,
  onHover,
  legend = true,
}: TimelineProps) {
  const id = useId();
  const [surface] = useState(createSurface);
  const [sorting, setSorting] = useState<UnitOrder>('index');
  const [list, setList] = useState('');
  const [lines, setLines] = useState(false);
  const [zoom, setZoom] = useState(0);
  const [place, setPlace] = useState<Place | null>(null);
  const [focused, setFocused] = useState(false);
  const [width, setWidth] = useState(0);
  const [gutter, setGutter] = useState(112);
  const scroller = useRef<HTMLElement>(null);
  const scaled = useRef<Columns | null>(null);
  const scrolled = useRef(0);
  // one identity for all tokens, so that a step renders two of them and not all
  const latestCursor = useRef(onCursor);
  latestCursor.current = onCursor;
  const goTo = useCallback((t: number) => latestCursor.current(t), []);

  const T = tape.length;
  const space = Math.max(0, width - gutter);
  const zooms = useMemo(
    () => zoomsOf(Math.max(baseWidthOf(tokens), Math.min(48, Math.floor(space / T) || 0))),
    [tokens, space, T],
  );
  const columns = zooms[Math.min(zoom, zooms.length - 1)];
  const whole = columnCount(T, columns) * columns.width;

  const { cell } = tape.program;
  const blocks = useMemo(
    (): Block[] => [
      { id: 'x', label: 'input', symbol: 'x', kind: 'signed' },
      ...cell.signals.map((s) => ({
        id: s.id,
        label: s.info.label,
        symbol: s.info.symbol ?? null,
        kind: colourScaleOf(s),
      })),
    ],
    [cell],
  );
  const leading =
    selection.signal !== null && tape.program.slots.has(selection.signal) ? selection.signal : cell.output;
  const sortedBy = sorting === 'index' ? cell.output : leading;
  const orders = useMemo(() => {
    const order = orderOf(tape, sortedBy, sorting);
    return new Map(
      blocks.map((block) => {
        const { size } = tape.slot(block.id);
        const own =
          size === order.length && (block.id !== 'x' || sortedBy === 'x') ? order : orderOf(tape, block.id, 'index');
        const chosen = block.id === 'x' ? null : unitsOf(list, size);
        return [block.id, chosen ? own.filter((unit) => chosen.includes(unit)) : own] as const;
      }),
    );
  }, [tape, blocks, sortedBy, sorting, list]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      setWidth(element.clientWidth);
      setGutter(element.clientWidth < 520 ? 84 : 124);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => (scroller.current ? surface.attach(scroller.current, gutter) : undefined), [surface, gutter]);
  useEffect(() => {
    const element = scroller.current;
    // read while the layout is clean, so that a step need not force one
    const keep = (): void => {
      if (element) scrolled.current = element.scrollLeft;
    };
    element?.addEventListener('scroll', keep, { passive: true });
    return () => element?.removeEventListener('scroll', keep);
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || space === 0 || cursor.t < 1) return;
    const column = columnOf(cursor.t, columns);
    const left =
      scaled.current === columns
        ? scrollTo(column, scrolled.current, space, columns)
        : Math.max(0, (column + 0.5) * columns.width - space / 2);
    scaled.current = columns;
    if (left === null) return;
    element.scrollLeft = left;
    scrolled.current = left;
  }, [cursor.t, columns, space]);

  const computedOf = (index: number): number => (index === 0 || index <= cursor.position ? cursor.t : cursor.t - 1);
  const sizeOf = (signal: string): number => tape.slot(signal).size;
  const at =
    place ??
    (selection.signal !== null && tape.program.slots.has(selection.signal) && cursor.t > 0
      ? { signal: selection.signal, unit: Math.min(selection.unit, sizeOf(selection.signal) - 1), t: cursor.t }
      : null);
  const reading = (): string => {
    if (!at || at.t < 1 || at.t > T) return 'Point at a cell to read its value; click to go there.';
    const index = blocks.findIndex((block) => block.id === at.signal);
    const name = blocks[index]?.label ?? at.signal;
    const where = `${name}, unit ${at.unit + 1}, t = ${at.t} “\u2068${tokenLabel(tokens[at.t - 1] ?? '')}\u2069”`;
    return `${where}: ${displayed(tape.values(at.signal, at.t)[at.unit], 4)}${index >= 0 && at.t > computedOf(index) ? ' (still to come)' : ''}`;
  };

  const move = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      PageUp: -10,
      PageDown: 10,
      Home: -T,
      End: T,
    };
    const step = steps[event.key];
    if (step !== undefined)
      onCursor(Math.max(Math.min(1, T), Math.min(T, cursor.t + step * (event.shiftKey ? 10 : 1))));
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const all = blocks.flatMap((block) => (orders.get(block.id) ?? []).map((unit) => [block.id, unit] as const));
      const here = all.findIndex(([signal, unit]) => signal === selection.signal && unit === selection.unit);
      const next =
        all[Math.max(0, Math.min(all.length - 1, here < 0 ? 0 : here + (event.key === 'ArrowDown' ? 1 : -1)))];
      if (next) onSelect(next[0], next[1]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const cursorColumn = cursor.t > 0 ? columnOf(cursor.t, columns) : -1;
  return (
    <section className="timeline" aria-labelledby={`${id}-title`}>
      <header className="timeline-tools">
        <h2 id={`${id}-title`}>The sequence over time</h2>
        <label>
          Units by
          <select value={sorting} onChange={(event) => setSorting(event.target.value as UnitOrder)}>
            {Object.entries(unitOrders).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          Only units
          <input
            type="text"
            size={8}
            maxLength={400}
            placeholder="1–4, 9"
            value={list}
            onChange={(event) => setList(event.target.value)}
          />
        </label>
        <button type="button" aria-pressed={lines} onClick={() => setLines(!lines)}>
          Line of unit {selection.unit + 1}
        </button>
        <span className="timeline-zoom">
          <button
            type="button"
            aria-label="Narrower columns"
            disabled={zoom >= zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          >
            −
          </button>
          <button type="button" aria-label="Wider columns" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
            +
          </button>
        </span>
      </header>
      <section
        ref={scroller}
        className="timeline-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region, moved through by keyboard
        tabIndex={0}
        aria-label="Heat strips, units by timesteps"
        aria-describedby={`${id}-help`}
        style={{ '--gutter': `${gutter}px` } as CSSProperties}
        onKeyDown={move}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <div className="timeline-content" style={{ width: gutter + whole }}>
          <div className="timeline-head">
            <div className="timeline-name">{columns.bin > 1 ? `mean of ${columns.bin}` : 'token'}</div>
            <TokenRow
              tokens={tokens}
              columns={columns}
              t={cursor.t}
              scroller={scroller}
              space={space}
              onCursor={goTo}
            />
          </div>
          {blocks.map((block, index) => {
            const order = orders.get(block.id) ?? [];
            return (
              <Strip
                key={block.id}
                surface={surface}
                symbol={block.symbol}
                label={block.label}
                selected={(selection.signal === 'x') === (block.id === 'x') ? selection.unit : null}
                lit={hover === block.id || selection.signal === block.id}
                width={Math.min(space, whole)}
                view={{
                  tape,
                  signal: block.id,
                  kind: block.kind,
                  order,
                  dark,
                  columns,
                  rowHeight: rowHeightOf(order.length),
                  computed: computedOf(index),
                  unit: lines ? Math.min(selection.unit, sizeOf(block.id) - 1) : null,
                }}
                onPlace={(next) => {
                  if (next?.signal === place?.signal && next?.unit === place?.unit && next?.t === place?.t) return;
                  setPlace(next);
                  if (next?.signal !== place?.signal) onHover(next?.signal ?? null);
                }}
                onGo={(next, dragging) => {
                  if (next.t !== cursor.t) onCursor(next.t);
                  if (!dragging) onSelect(next.signal, next.unit);
                }}
              />
            );
          })}
          {cursorColumn >= 0 && (
            <div
              className="timeline-cursor"
              aria-hidden="true"
              style={{ width: Math.max(columns.width, 4), transform: `translateX(${cursorColumn * columns.width}px)` }}
            />
          )}
          {T === 0 && <p className="timeline-empty">The sequence is empty.</p>}
        </div>
      </section>
      <footer className="timeline-foot">
        <output className="timeline-reading" aria-live={focused ? 'polite' : 'off'}>
          {reading()}
        </output>
        <p id={`${id}-help`} className="timeline-help">
          Left and right change the timestep, up and down the unit; what is still to come is pale.
        </p>
        {legend && <Legend kind="gate" dark={dark} />}
        {legend && <Legend kind="signed" dark={dark} />}
      </footer>
    </section>
  );
}
