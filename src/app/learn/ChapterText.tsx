import { lazy, useState } from 'react';
import { Deferred, usePainted } from '../../components/Deferred.tsx';
import { usePrinted } from '../../components/useMedia.ts';
import type { GradeBook } from '../../grades/book.ts';
import type { Home } from '../../io/opening.ts';
import type { Block, Chapter, LessonPart, LessonView } from '../../lesson/lesson.ts';
import { isToDo } from '../../lesson/toDo.ts';
import { askedOf } from './askedOf.ts';
import { fetchLater } from './fetchLater.ts';
import { Inlines } from './Inlines.tsx';
import { openAsked } from './openAsked.ts';
import { PartCell, useCellOf, viewOf } from './partCell.ts';
import { SentenceField } from './SentenceField.tsx';
import { useNear } from './useNear.ts';
import { useStirred } from './useStirred.ts';

const LessonAsk = lazy(async () => ({ default: (await fetchLater()).LessonAsk }));
const PrintKey = lazy(async () => ({ default: (await fetchLater()).PrintKey }));
const PrintPicture = lazy(async () => ({ default: (await fetchLater()).PrintPicture }));
const AskValue = lazy(async () => ({ default: (await fetchLater()).AskValue }));

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
  /** The questions, told apart by `askedOf`, that the reader has guessed. */
  readonly answered: ReadonlySet<string>;
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
      {first !== null && (
        <Deferred>
          <PrintKey />
        </Deferred>
      )}
      {first !== null && <Title className="lesson-title">{first}</Title>}
      <h2 id={`chapter-${number}`} tabIndex={-1} data-heading={id}>
        {numbered && <small>Chapter {number}</small>} {title}
      </h2>
      {parts.map((part, k) => (
        <PartText
          key={k}
          part={part}
          at={k}
          beside={viewOf(parts, k)}
          open={openAsked(parts, k, (view) => context.answered.has(askedOf(view, context.text)))}
          chapterAt={number - 1}
          {...context}
        />
      ))}
    </section>
  );
}

type Context = Omit<Props, 'chapter' | 'number' | 'numbered' | 'first'>;

interface PartProps extends Context {
  readonly part: LessonPart;
  /** The places of the part in its chapter and of the chapter in the lesson, from 0. */
  readonly at: number;
  readonly chapterAt: number;
  /** The view that the figure shows beside the part. */
  readonly beside: LessonView | null;
  /** The view of the chapter, up to this part, that asks for a value and has no answer yet; null without one. */
  readonly open: LessonView | null;
}

function PartText({ part: { view, blocks }, at, chapterAt, beside, open, ...context }: PartProps) {
  const { text, home } = context;
  const [element, setElement] = useState<HTMLElement | null>(null);
  const near = useNear(element);
  const stirred = useStirred();
  const printed = usePrinted();
  const painted = usePainted();
  const cell = useCellOf(beside, home, painted && (near || stirred));
  return (
    // what is far away keeps its height, so that nothing moves on the screen
    <PartCell value={near || printed ? cell : null}>
      <div ref={setElement} className="chapter-part" data-part-of={chapterAt} data-part={at}>
        {view && (
          <Deferred>
            <PrintPicture view={view} open={open} text={text} home={home} />
          </Deferred>
        )}
        {blocks.map((block, k) => (
          <LessonBlock key={k} block={block} {...context} />
        ))}
      </div>
    </PartCell>
  );
}

/** The room of a question that is on its way, so that no later chapter comes near meanwhile and fetches its network. */
const askRoom = <div className="ask-room" />;

function LessonBlock({ block, text, book, home, onText, onAnswer }: Context & { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={isToDo(block.children) ? 'to-do' : undefined}>
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
        <Deferred meanwhile={askRoom}>
          <LessonAsk book={book} question={block.question} />
        </Deferred>
      );
    case 'text field':
      return <SentenceField text={text} onText={onText} />;
    case 'asked value':
      return (
        <Deferred meanwhile={askRoom}>
          <AskValue book={book} view={block.view} asked={block.asked} text={text} home={home} onAnswer={onAnswer} />
        </Deferred>
      );
  }
}
