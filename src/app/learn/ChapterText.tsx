import { lazy } from 'react';
import { Deferred } from '../../components/Deferred.tsx';
import type { GradeBook } from '../../grades/book.ts';
import type { Home } from '../../io/opening.ts';
import type { Block, Chapter } from '../../lesson/lesson.ts';
import { Inlines } from './Inlines.tsx';
import { PrintPicture } from './PrintPicture.tsx';
import { SentenceField } from './SentenceField.tsx';

const LessonAsk = lazy(async () => ({ default: (await import('./later.ts')).LessonAsk }));
const AskValue = lazy(async () => ({ default: (await import('./later.ts')).AskValue }));

interface Props {
  readonly chapter: Chapter;
  /** Counted from 1. */
  readonly number: number;
  /** False for a chapter by itself. */
  readonly numbered: boolean;
  /** The title of the lesson above its first chapter. */
  readonly first: string | null;
  readonly text: string | null;
  /** The book that keeps the answers; null where nobody takes results. */
  readonly book: GradeBook | null;
  readonly home: Home;
  readonly onText: (text: string | null) => void;
  /** Called with the question, told apart by `askedOf`, that the reader has guessed. */
  readonly onAnswer: (question: string) => void;
}

/** The text of a chapter, part by part. */
export function ChapterText({ chapter, number, numbered, first, ...context }: Props) {
  const { id, title, parts } = chapter;
  // where the site has a header, the heading of the page is there
  const Title = numbered ? 'p' : 'h1';
  return (
    <section className="chapter" aria-labelledby={`chapter-${number}`}>
      {first !== null && <Title className="lesson-title">{first}</Title>}
      <h2 id={`chapter-${number}`} tabIndex={-1} data-heading={id}>
        {numbered && <small>Chapter {number}</small>} {title}
      </h2>
      {parts.map(({ view, blocks }, k) => (
        <div key={k} className="chapter-part" data-part-of={number - 1} data-part={k}>
          {view && <PrintPicture view={view} text={context.text} home={context.home} />}
          {blocks.map((block, at) => (
            <LessonBlock key={at} block={block} {...context} />
          ))}
        </div>
      ))}
    </section>
  );
}

function LessonBlock({
  block,
  text,
  book,
  home,
  onText,
  onAnswer,
}: Omit<Props, 'chapter' | 'number' | 'numbered' | 'first'> & { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.children} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, k) => (
            <li key={k}>
              <Inlines of={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'question':
      return (
        <Deferred>
          <LessonAsk book={book} question={block.question} />
        </Deferred>
      );
    case 'text field':
      return <SentenceField text={text} onText={onText} />;
    case 'asked value':
      return (
        <Deferred>
          <AskValue book={book} view={block.view} asked={block.asked} text={text} home={home} onAnswer={onAnswer} />
        </Deferred>
      );
  }
}
