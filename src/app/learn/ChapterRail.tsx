import { type LessonPlace, lessonHash } from '../../lesson/address.ts';
import type { Lesson } from '../../lesson/lesson.ts';

interface Props {
  readonly lesson: Lesson;
  /** The chapter that is being read, counted from 0. */
  readonly now: number;
  readonly onGo: (id: string) => void;
}

interface RailProps extends Props {
  /** The place of the page, whose lesson the links name. */
  readonly place: LessonPlace;
}

/** Links to the chapters. */
export function ChapterRail({ lesson: { chapters }, now, place, onGo }: RailProps) {
  return (
    <nav className="chapter-rail" aria-label="Chapters">
      <ol>
        {chapters.map(({ id, title }, k) => (
          <li key={id} data-read={k < now || undefined}>
            <a
              href={`#${lessonHash({ ...place, chapter: id })}`}
              aria-current={k === now ? 'step' : undefined}
              onClick={(event) => {
                event.preventDefault();
                onGo(id);
              }}
            >
              <span className="number">{k + 1}</span> <span>{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Menu of the chapters, for screens without room for the rail. */
export function ChapterSelect({ lesson: { chapters }, now, onGo }: Props) {
  return (
    <select
      className="chapter-select"
      aria-label="Chapter"
      value={chapters[now]?.id}
      onChange={({ target }) => onGo(target.value)}
    >
      {chapters.map(({ id, title }, k) => (
        <option key={id} value={id}>
          {k + 1}. {title}
        </option>
      ))}
    </select>
  );
}
