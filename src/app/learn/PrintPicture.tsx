import { useEffect, useState } from 'react';
import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import { openedView } from '../../lesson/opened.ts';
import { createGatescope } from '../../store/gatescope.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { useForPaper } from './useForPaper.ts';

interface Props {
  readonly view: LessonView;
  readonly text: string | null;
  readonly home: Home;
}

interface Picture {
  readonly source: string;
  readonly alt: string;
  readonly tokens: readonly string[];
  readonly t: number;
}

/** The picture of a view for paper, where the one figure cannot follow the reading, with what the cell reads. */
export function PrintPicture({ view, text, home }: Props) {
  const [picture, setPicture] = useState<Picture | null>(null);
  const due = useForPaper();
  useEffect(() => {
    if (!due) return undefined;
    let wanted = true;
    const draw = async (): Promise<void> => {
      const [{ diagramSvg }, { moment }] = await Promise.all([
        import('../../diagramSvg.ts'),
        openedView(view, text, home),
      ]);
      if (!wanted) return;
      const { tape, encoded, cell } = createGatescope({ initial: moment }).derived();
      const { t, position } = moment.cursor;
      if (t === 0) return;
      const { zoom, chain } = moment.view;
      const svg = diagramSvg(tape, { timestep: t, position, zoom, chain, tokens: encoded.tokens });
      setPicture({
        source: `data:image/svg+xml,${encodeURIComponent(svg)}`,
        alt: `The ${cell.name} cell at timestep ${t}`,
        tokens: encoded.tokens,
        t,
      });
    };
    void draw();
    return () => {
      wanted = false;
    };
  }, [due, view, text, home]);
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
