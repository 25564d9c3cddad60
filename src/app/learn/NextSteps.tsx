import { useEffect, useState } from 'react';
import { linkOf } from '../../io/link.ts';
import type { Home } from '../../io/opening.ts';
import type { Chapter } from '../../lesson/lesson.ts';
import { openedView } from '../../lesson/opened.ts';

interface Props {
  readonly home: Home;
  readonly chapters: readonly Chapter[];
  /** The reader's own text, or null. */
  readonly text: string | null;
}

/** The ways on after the last chapter: to questions, and to Explore with the sentence that the lesson has read. */
export function NextSteps({ home, chapters, text }: Props) {
  const [hash, setHash] = useState('v=1');
  useEffect(() => {
    let wanted = true;
    const views = chapters.flatMap(({ parts }) => parts.flatMap(({ view }) => view ?? []));
    const view = views.findLast(({ ownText }) => ownText);
    const open = async (): Promise<void> => {
      if (!view) return;
      const { moment } = await openedView(view, text, home);
      const link = await linkOf({ ...moment, view: { ...moment.view, hidden: [] } });
      if (wanted && link.ok) setHash(link.hash);
    };
    // without it Explore opens with its first view
    void open().catch(() => {});
    return () => {
      wanted = false;
    };
  }, [home, chapters, text]);
  return (
    <nav className="next-steps" aria-label="What next">
      <strong>What next?</strong>
      <a href="./practice.html">Practise these ideas</a>
      <a href={`#${hash}`}>{text === null ? 'Take a cell apart in Explore' : 'Take your sentence into Explore'}</a>
    </nav>
  );
}
