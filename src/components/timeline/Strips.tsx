import { type Block, stripName } from './blocks.ts';
import { columnCount } from './columns.ts';
import { Strip, type StripPosition } from './Strip.tsx';
import { type StripSource, stripViewOf } from './stripViewOf.ts';
import type { Surface } from './surface.ts';
import type { TimelineProps } from './Timeline.tsx';

interface Props extends Pick<TimelineProps, 'hover' | 'onCursor' | 'onSelect'>, StripSource {
  readonly blocks: readonly Block[];
  readonly features: readonly string[];
  readonly surface: Surface;
  /** The visible width of a strip, in CSS pixels. */
  readonly width: number;
  /** The position under the pointer, or null. */
  readonly place: StripPosition | null;
  readonly onPlace: (place: StripPosition | null) => void;
}

/** One strip for each block, in the order given. */
export function Strips({
  blocks,
  features,
  surface,
  width,
  hover,
  place,
  onPlace,
  onCursor,
  onSelect,
  ...source
}: Props) {
  const { columns, cursor, selection, hidesFuture } = source;
  return blocks.map((block) => {
    const view = stripViewOf(block, source);
    return (
      <Strip
        key={block.id}
        surface={surface}
        symbol={block.symbol}
        label={block.label}
        name={stripName(block, view.unit, features)}
        {...(block.id === 'x' && { rows: { kind: 'features', names: features } })}
        selected={(selection.signal === 'x') === (block.id === 'x') ? selection.unit : null}
        lit={hover === block.id || selection.signal === block.id}
        width={hidesFuture ? Math.min(width, columnCount(view.computed, columns) * columns.width) : width}
        view={view}
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
