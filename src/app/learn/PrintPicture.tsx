import { useEffect, useMemo, useState } from 'react';
import type { GradientLines } from '../../components/gradients/GradientLines.tsx';
import type { askedOf, marksOf } from '../../components/marks/marks.ts';
import { scoreOf } from '../../components/sequence/TokenStrip.tsx';
import { usePrinted } from '../../components/useMedia.ts';
import type { diagramSvg } from '../../diagramSvg.ts';
import type { Moment } from '../../io/moment.ts';
import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import { likeliest } from '../../notation/outputs.ts';
import { lastDrawn } from '../../questions/curve.ts';
import { GatescopeProvider } from '../../store/context.tsx';
import { clampedCursor, extentOf } from '../../store/cursor.ts';
import type { Derived } from '../../store/derive.ts';
import { createGatescope } from '../../store/gatescope.ts';
import { rowAt } from '../../store/predictions.ts';
import { inQuotes, tokenLabel } from '../../text/tokens.ts';
import { comparesGradients } from './comparesGradients.ts';
import { untilAsked } from './openAsked.ts';
import { useOpened } from './useOpened.ts';
import { useStirred } from './useStirred.ts';

interface Props {
  readonly view: LessonView;
  /** The view of the chapter, this one or one before, that asks for a value and has no answer yet; null without one. */
  readonly open: LessonView | null;
  readonly text: string | null;
  readonly home: Home;
}

/** The functions that only paper needs, fetched when the reader first stirs. */
interface Paper {
  readonly diagramSvg: typeof diagramSvg;
  readonly askedOf: typeof askedOf;
  readonly marksOf: typeof marksOf;
  readonly GradientLines: typeof GradientLines;
}

const fetchPaper = async (): Promise<Paper> => {
  const [drawing, marking, charts] = await Promise.all([
    import('../../diagramSvg.ts'),
    import('../../components/marks/marks.ts'),
    import('../../components/gradients/GradientLines.tsx'),
  ]);
  return { ...drawing, ...marking, ...charts };
};

/**
 * The picture of a view on paper, where the one figure cannot follow the reading, with what the cell reads and the network
 * answers. It shows nothing that is still asked.
 */
export function PrintPicture({ view, open, text, home }: Props) {
  const opened = useOpened(view, text, home, false);
  const earlier = open === view ? null : open;
  const asking = useOpened(earlier, text, home, false);
  const [paper, setPaper] = useState<Paper | null>(null);
  const stirred = useStirred();
  useEffect(() => {
    // without it the page is printed without pictures
    if (stirred) void fetchPaper().then(setPaper, () => {});
  }, [stirred]);
  const printed = usePrinted();
  const picture = useMemo(
    () =>
      printed && opened && paper && (asking || !earlier)
        ? pictureOf({ view, open }, opened.moment, asking?.moment ?? opened.moment, paper)
        : null,
    [printed, opened, asking, paper, view, open, earlier],
  );
  if (printed && !(opened && paper && (asking || !earlier)))
    return <p className="for-paper">The picture of this view was not ready yet. Print again to have it.</p>;
  if (!picture) return null;
  const { source, alt, tokens, t, answer, compared } = picture;
  const read = (from: number, to: number): string => tokens.slice(from, to).map(tokenLabel).join(' ');
  return (
    <figure className="print-picture">
      {compared && paper ? (
        <GatescopeProvider gatescope={compared}>
          <paper.GradientLines />
        </GatescopeProvider>
      ) : (
        <img src={source} alt={alt} />
      )}
      <figcaption>
        Timestep {t} of {tokens.length}: {read(0, t - 1)} <strong>{read(t - 1, t)}</strong> {read(t, tokens.length)}
        {answer !== null && (
          <>
            <br />
            {answer}
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** The picture of the moment of a view, null at the beginning, where nothing is read. */
function pictureOf({ view, open }: Pick<Props, 'view' | 'open'>, moment: Moment, before: Moment, paper: Paper) {
  const instance = createGatescope({ initial: moment });
  const derived = instance.derived();
  const { tape, encoded, cell } = derived;
  const { asked } = view;
  const until = open && untilAsked(open, before, moment);
  // an answer is not in the picture
  const cap = open !== view && open?.asked?.kind === 'answer' ? null : until;
  const known =
    asked && open !== view
      ? {
          t: lastDrawn(moment.cursor.t, asked.kind === 'value' ? asked.to : undefined, tape.length),
          position: Number.POSITIVE_INFINITY,
        }
      : moment.cursor;
  const { t, position } = clampedCursor(known, extentOf(derived, cap));
  if (t === 0) return null;
  const { zoom, chain } = moment.view;
  const compares = comparesGradients(moment);
  const svg = paper.diagramSvg(tape, { timestep: t, position, zoom, chain, ground: 'print', tokens: encoded.tokens });
  return {
    source: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    alt: `The ${cell.name} cell at timestep ${t}`,
    tokens: encoded.tokens,
    t,
    compared: compares ? instance : null,
    // an answer is a value, which has no place among gradients
    answer: compares || until || position < cell.signals.length ? null : answerAt(moment, derived, t, paper),
  };
}

/** The answer of the network at a timestep, and how many are right up to it, in words; null without a network's answer. */
function answerAt(
  { inputs }: Moment,
  { predictions, encoded }: Derived,
  t: number,
  { askedOf, marksOf }: Paper,
): string | null {
  if (predictions?.head.asks !== 'class') return null;
  const asked = askedOf(inputs, encoded);
  const marks = asked && marksOf(predictions, asked);
  const mark = marks?.[t - 1];
  const verdict = mark ? (mark.right ? ', which is right' : `; the right answer is ${inQuotes(mark.expected)}`) : '';
  const score = scoreOf({ marks, computed: t });
  const answer = inQuotes(predictions.head.outputs[likeliest(rowAt(predictions, t).y)]);
  return `The network answers ${answer}${verdict}.${score === null ? '' : ` ${score}.`}`;
}
