import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { tokenLabel } from '../../text/tokens.ts';
import { type Columns, columnCount } from '../timeline/columns.ts';
import type { SequenceColumns } from '../timeline/columnsContext.tsx';
import type { LabelRowProps } from '../timeline/LabelRow.tsx';
import { useFollow } from '../timeline/useScroller.ts';
import '../timeline/timeline.css';
import './tokenStrip.css';

/** The narrowest column with room for a sign and a letter beside it. */
export const SIGN_AND_LETTER = 36;

interface TokenScrollProps {
  readonly shared: SequenceColumns;
  /** The timesteps of the longest row. */
  readonly length: number;
  readonly className?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** The rows of labels over the strips, in one window that scrolls with them. */
export function TokenScroll({ shared, length, className = '', onKeyDown, children }: TokenScrollProps) {
  const { columns, gutter, scroller, spare } = shared;
  const t = useGatescope((state) => state.cursor.t);
  useFollow(scroller, t, shared);
  return (
    <section
      ref={scroller}
      className={`token-strip-scroll ${className}`}
      data-narrow={columns.width < SIGN_AND_LETTER || undefined}
      aria-label="Tokens"
      style={{ '--gutter': `${gutter}px` } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div style={{ width: gutter + (columnCount(length, columns) + spare) * columns.width }}>{children}</div>
    </section>
  );
}

interface NamedRowProps {
  readonly name: ReactNode;
  readonly kind?: 'names' | 'answers';
  /** The letter of its run, where several are compared. */
  readonly run?: string;
  readonly children: ReactNode;
}

/** A row of labels beside its name. */
export const NamedRow = ({ name, kind, run, children }: NamedRowProps) => (
  <div className={`timeline-head ${kind ?? ''}`} data-run={run}>
    <div className="timeline-name">{name}</div>
    {children}
  </div>
);

/** The name of the row of tokens; narrow columns show the mean of several timesteps. */
export const tokenRowName = ({ bin }: Columns): string => (bin > 1 ? `mean of ${bin}` : 'reads');

/** Names the row of tokens by the first one while that is scrolled out of sight: what is asked may depend on it. */
export function FirstToken({
  shared: { columns, scroller },
  token,
}: {
  readonly shared: SequenceColumns;
  readonly token: string;
}) {
  const [beyond, setBeyond] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const update = (): void => setBeyond(element.scrollLeft > columns.width / 2);
    update();
    element.addEventListener('scroll', update, { passive: true });
    return () => element.removeEventListener('scroll', update);
  }, [scroller, columns]);
  if (!beyond) return tokenRowName(columns);
  return (
    <span className="first-token truncated">
      <bdi>{tokenLabel(token)}</bdi> …
    </span>
  );
}

/** The props that all rows of labels share. */
type Row = Pick<LabelRowProps, 'columns' | 't' | 'computed' | 'scroller' | 'space'>;

/** The place of a row of labels; `computed` is the last timestep whose signals are all computed. */
export function useRow({ columns, scroller, space }: SequenceColumns): Row {
  const t = useGatescope((state) => state.cursor.t);
  return { columns, t, computed: useComputed(), scroller, space };
}

/** The last timestep whose signals are all computed. */
export function useComputed(): number {
  const { cell } = useDerived();
  // a number: a step within a timestep leaves it as it is, and renders no tokens
  return useGatescope(({ cursor: { t, position } }) => (position >= cell.signals.length ? t : t - 1));
}
