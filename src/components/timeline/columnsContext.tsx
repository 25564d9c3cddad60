import { createContext, type ReactNode, type RefObject, useContext, useMemo, useRef, useState } from 'react';
import type { EncodedSequence } from '../../io/sequence.ts';
import { useDerived } from '../../store/context.tsx';
import { baseWidthOf, type Columns, fittingWidth, labelWidthOf, zoomsOf } from './columns.ts';
import { createScrollGroup, type ScrollGroup } from './scrollTogether.ts';
import { useScrollerSize } from './useScroller.ts';

/** The columns of a sequence: one a timestep, under one another wherever they are shown. */
export interface SequenceColumns {
  readonly columns: Columns;
  /** The width of the names beside the columns, and of the window on the columns, in CSS pixels. */
  readonly gutter: number;
  readonly space: number;
  /** The number of times the columns were narrowed, at most `narrowest`. */
  readonly zoom: number;
  readonly narrowest: number;
  readonly setZoom: (zoom: number) => void;
  /** Columns that are kept free after the last one, for what is about to be typed. */
  readonly spare: number;
  readonly setSpare: (spare: number) => void;
  /** The element whose width gives the columns theirs. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly group: ScrollGroup;
}

/** A column is never narrower than this unless the reader asks for it. */
const NARROWEST = 30;

/** The room for columns: the width to which one may grow, and the width of the names beside them, narrow and wide. */
interface Room {
  readonly widest: number;
  readonly names: readonly [number, number];
}

const alone: Room = { widest: 48, names: [84, 124] };
const onPage: Room = { widest: 84, names: [64, 96] };

/** The columns of a sequence in a window of a width that is measured at `scroller`. */
function useColumns(
  tokens: readonly string[],
  { widest, names }: Room,
  labels: readonly string[] | null = null,
): SequenceColumns {
  const scroller = useRef<HTMLElement>(null);
  const { gutter, space } = useScrollerSize(scroller, names);
  const [zoom, setZoom] = useState(0);
  const [spare, setSpare] = useState(0);
  const [group] = useState(createScrollGroup);
  const T = tokens.length;
  const zooms = useMemo(() => {
    const readable = Math.max(NARROWEST, baseWidthOf(tokens), labelWidthOf(labels));
    return zoomsOf(fittingWidth(readable, widest, space, T + spare), space, T + spare);
  }, [tokens, labels, space, T, spare, widest]);
  const within = Math.min(zoom, zooms.length - 1);
  const columns = zooms[within];
  return useMemo(
    () => ({
      columns,
      gutter,
      space,
      zoom: within,
      narrowest: zooms.length - 1,
      setZoom,
      spare,
      setSpare,
      scroller,
      group,
    }),
    [columns, gutter, space, within, zooms, spare, group],
  );
}

const Context = createContext<SequenceColumns | null>(null);

interface ColumnsProps {
  /** The sequence that the columns are for; by default that of the instance. */
  readonly of?: Pick<EncodedSequence, 'tokens' | 'labels'>;
  readonly children: ReactNode;
}

/** Gives everything inside the same columns. */
export function ColumnsProvider({ of, children }: ColumnsProps) {
  const own = useDerived().encoded;
  const encoded = of ?? own;
  return <Context value={useColumns(encoded.tokens, onPage, encoded.labels)}>{children}</Context>;
}

/** The columns that are shared with other parts of the page, or null where a part is shown alone. */
export const useSharedColumns = (): SequenceColumns | null => useContext(Context);

/** The columns of a part that is shown alone. */
export const useOwnColumns = (tokens: readonly string[]): SequenceColumns => useColumns(tokens, alone);
