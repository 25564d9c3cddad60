import { useEffect, useMemo, useState } from 'react';
import { usePrinted } from '../../components/useMedia.ts';
import type { diagramSvg } from '../../diagramSvg.ts';
import type { Moment } from '../../io/moment.ts';
import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import { createGatescope } from '../../store/gatescope.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { useOpened, useStirred } from './useOpened.ts';

interface Props {
  readonly view: LessonView;
  readonly text: string | null;
  readonly home: Home;
}

type Draw = typeof diagramSvg;

/** The picture of a view on paper, where the one figure cannot follow the reading, with what the cell reads. */
export function PrintPicture({ view, text, home }: Props) {
  const opened = useOpened(view, text, home, false);
  const [draw, setDraw] = useState<Draw | null>(null);
  const stirred = useStirred();
  useEffect(() => {
    // without it the page is printed without pictures
    if (stirred) void import('../../diagramSvg.ts').then(({ diagramSvg }) => setDraw(() => diagramSvg)).catch(() => {});
  }, [stirred]);
  const printed = usePrinted();
  const picture = useMemo(
    () => (printed && opened && draw ? pictureOf(opened.moment, draw) : null),
    [printed, opened, draw],
  );
  if (!picture) return null;
  const { source, alt, tokens, t } = picture;
  const read = (from: number, to: number): string => tokens.slice(from, to).map(tokenLabel).join(' ');
  return (
    <figure className="print-picture">
      <img src={source} alt={alt} />
      <figcaption>
        Timestep {t} of {tokens.length}: {read(0, t - 1)} <strong>{read(t - 1, t)}</strong> {read(t, tokens.length)}
      </figcaption>
    </figure>
  );
}

/** The picture of a moment, null at the beginning, where nothing is read. */
function pictureOf(moment: Moment, draw: Draw) {
  const { tape, encoded, cell } = createGatescope({ initial: moment }).derived();
  const { t, position } = moment.cursor;
  if (t === 0) return null;
  const { zoom, chain } = moment.view;
  const svg = draw(tape, { timestep: t, position, zoom, chain, tokens: encoded.tokens });
  return {
    source: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    alt: `The ${cell.name} cell at timestep ${t}`,
    tokens: encoded.tokens,
    t,
  };
}
