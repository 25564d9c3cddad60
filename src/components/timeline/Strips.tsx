import type { Tape } from '../../engine/tape.ts';
import type { Block } from './blocks.ts';
import { type Columns, columnCount, rowHeightOf } from './columns.ts';
import { framesUntil } from './frames.ts';
import { Strip, type StripPosition } from './Strip.tsx';
import type { Surface } from './surface.ts';
import type { TimelineProps } from './Timeline.tsx';

interface Props
  extends Pick<
    TimelineProps,
    'tape' | 'cursor' | 'selection' | 'hover' | 'dark' | 'onCursor' | 'onSelect' | 'hidesFuture'
  > {
  readonly ghost: Tape | null;
  readonly blocks: readonly Block[];
  /** The units of each block from top to bottom. */
  readonly orders: ReadonlyMap<string, readonly number[]>;
  readonly surface: Surface;
  readonly columns: Columns;
  /** The visible width of a strip, in CSS pixels. */
  readonly width: number;
  /** The height that the rows of a strip share, in CSS pixels; undefined for the default. */
  readonly height: number | undefined;
  /** The largest gradient, which gives the scale, or null where values are shown. */
  readonly largest: number | null;
  /** True if the selected unit is drawn as a line. */
  readonly lines: boolean;
  /** The last timestep at which a block is computed. */
  readonly computedOf: (block: Block) => number;
  /** The position under the pointer, or null. */
  readonly place: StripPosition | null;
  readonly onPlace: (place: StripPosition | null) => void;
}

/** One strip for each block, in the order given. */
export function Strips({
  tape,
  ghost,
  blocks,
  orders,
  surface,
  columns,
  width,
  height,
  dark,
  cursor,
  selection,
  hover,
  largest,
  lines,
  hidesFuture,
  computedOf,
  place,
  onPlace,
  onCursor,
  onSelect,
}: Props) {
  return blocks.map((block) => {
    const order = orders.get(block.id) ?? [];
    const computed = computedOf(block);
    return (
      <Strip
        key={block.id}
        surface={surface}
        symbol={block.symbol}
        label={block.label}
        selected={(selection.signal === 'x') === (block.id === 'x') ? selection.unit : null}
        lit={hover === block.id || selection.signal === block.id}
        width={hidesFuture ? Math.min(width, columnCount(computed, columns) * columns.width) : width}
        view={{
          frames: hidesFuture ? framesUntil(tape, computed) : tape,
          ghost: hidesFuture ? null : ghost,
          signal: block.id,
          kind: largest === null ? block.kind : 'gradient',
          one: largest || undefined,
          order,
          dark,
          columns,
          rowHeight: rowHeightOf(order.length, height),
          computed,
          unit: lines ? Math.min(selection.unit, tape.slot(block.id).size - 1) : null,
        }}
        onPlace={(next) => {
          if (next?.signal === place?.signal && next?.unit === place?.unit && next?.t === place?.t) return;
          onPlace(next);
        }}
        onGo={(next, dragging) => {
          if (next.t !== cursor.t) onCursor(next.t);
          if (!dragging) onSelect(next.signal, next.unit);
        }}
      />
    );
  });
}
