import { useEffect, useState } from 'react';
import type { Home } from '../../io/opening.ts';
import type { LessonView } from '../../lesson/lesson.ts';
import { openedView } from '../../lesson/opened.ts';
import { createGatescope } from '../../store/gatescope.ts';

interface Props {
  readonly view: LessonView;
  readonly text: string | null;
  readonly home: Home;
}

/** Milliseconds after the first scroll, and of a page that is not scrolled, after which the pictures for paper are drawn. */
const REST = 2000;
const UNTOUCHED = 5000;

/** The picture of a view for paper, where the one figure cannot follow the reading. */
export function PrintPicture({ view, text, home }: Props) {
  const [picture, setPicture] = useState<{ readonly source: string; readonly alt: string } | null>(null);
  useEffect(() => {
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
      });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const after = (rest: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), rest);
    };
    const soon = (): void => after(REST);
    // a page that waits to be read needs the time for its figure, but may be printed before it is scrolled
    after(UNTOUCHED);
    if (window.scrollY > 0) soon();
    else window.addEventListener('scroll', soon, { once: true, passive: true });
    return () => {
      wanted = false;
      clearTimeout(timer);
      window.removeEventListener('scroll', soon);
    };
  }, [view, text, home]);
  return picture && <img className="print-picture" src={picture.source} alt={picture.alt} />;
}
