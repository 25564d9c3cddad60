import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { tokenLabel } from '../../text/tokens.ts';
import { MarkSign } from '../marks/Verdict.tsx';
import { usePrinted } from '../useMedia.ts';
import { labelsOf } from './answers.ts';
import type { Block } from './blocks.ts';
import { baseWidthOf } from './columns.ts';
import { StripSymbol } from './Strip.tsx';
import { offerStrips, type ShownStrips } from './shownStrips.ts';
import { createStripPainter } from './stripPainter.ts';
import { type StripView, stripHeightOf } from './stripView.ts';
import { stripViewOf } from './stripViewOf.ts';
import './printedStrips.css';

/** The room for columns on the narrowest paper across, Letter, in CSS pixels. */
const ROOM = 840;
/** The narrowest column with a token; a long sequence has narrow ones without, numbered every tenth timestep. */
const READABLE = 30;
const NARROW = 8;
const LONG = 300;

/**
 * On paper, which does not scroll: a sequence that is wider than a page, wrapped into rows of tokens, answers and strips. On a
 * screen it only hands the strips to whoever saves them as a figure.
 */
export function PrintedStrips(strips: ShownStrips) {
  const { blocks, encoded, answers, marks, computed, ...source } = strips;
  const printed = usePrinted();
  useEffect(() => offerStrips(() => strips));
  const given = useMemo(() => answers && labelsOf(answers), [answers]);
  if (!printed) return null;
  const { tokens } = encoded;
  const T = tokens.length;
  const long = T > LONG;
  const width = long ? NARROW : Math.max(READABLE, baseWidthOf(tokens));
  if (T * width <= ROOM) return null;
  const each = Math.floor(ROOM / width);
  const starts = Array.from({ length: Math.ceil(T / each) }, (_, row) => row * each);
  const columns = { width, bin: 1 };
  const views = blocks.map((block) => ({ block, view: stripViewOf(block, { ...source, columns }) }));
  return (
    <div className="printed-strips" style={{ '--columns': each } as CSSProperties}>
      {starts.map((start) => {
        const count = Math.min(each, T - start);
        const steps = Array.from({ length: count }, (_, k) => start + k + 1);
        return (
          <section key={start} aria-label={`Timesteps ${start + 1} to ${start + count}`}>
            <span className="timeline-label">{long ? 'timestep' : 'reads'}</span>
            <ol>
              {steps.map((t) => (
                <li key={t} data-now={t === source.cursor.t || undefined} data-numbered={long || undefined}>
                  {long ? t % 10 === 1 && t : tokenLabel(tokens[t - 1])}
                </li>
              ))}
            </ol>
            {given && !long && (
              <>
                <span className="timeline-label">answers</span>
                <ol className="printed-answers">
                  {steps.map((t) => {
                    const mark = marks?.[t - 1];
                    const told = t <= computed && (mark || !marks);
                    return (
                      <li key={t}>
                        {mark && <MarkSign mark={mark} pending={t > computed} />}{' '}
                        {told && tokenLabel(given.texts[t - 1])}
                      </li>
                    );
                  })}
                </ol>
              </>
            )}
            {views.map(({ block, view }) => (
              <Row key={block.id} block={block} view={view} start={start} count={count} each={each} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly block: Block;
  readonly view: StripView;
  /** The timesteps before the row, those in it, and those in a whole row. */
  readonly start: number;
  readonly count: number;
  readonly each: number;
}

/** One row of a strip, as wide as its share of the page. */
function Row({ block, view, start, count, each }: RowProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = stripHeightOf(view);
  useLayoutEffect(() => {
    const { width } = view.columns;
    // paper waits for nothing: all of it is painted at once
    if (canvas.current)
      createStripPainter(canvas.current).draw(view, start * width, count * width, height, Number.POSITIVE_INFINITY);
  });
  return (
    <>
      <span>
        <StripSymbol symbol={block.symbol} />
        <span className="timeline-label">{block.label}</span>
      </span>
      <canvas ref={canvas} style={{ width: `${(100 * count) / each}%`, height }} />
    </>
  );
}
