/** A text of chapters around one live figure, as `parseLesson` reads it from Markdown. */
export interface Lesson {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** A chapter: the content under one heading of the second level. */
export interface Chapter {
  /** The address of the chapter within the lesson, made from its title. */
  readonly id: string;
  readonly title: string;
  /** Parts of the text in order. Each part with a view changes the figure when the reader reaches it. */
  readonly parts: readonly LessonPart[];
}

/** The paragraphs that belong to one view of the figure. */
export interface LessonPart {
  /** The view that the figure shows beside these blocks; null before the first view of a chapter. */
  readonly view: LessonView | null;
  readonly blocks: readonly Block[];
}

/** A view of the figure, in the keys of a link. */
export interface LessonView {
  /** The line of the lesson at which the view begins, from 1. */
  readonly line: number;
  /** Keys and values of a link, without what is asked. */
  readonly entries: Readonly<Record<string, string>>;
  /** True if the reader's own text takes the place of `text`. */
  readonly ownText: boolean;
  /** The question to the reader before the figure shows the answer, or null. */
  readonly asked: AskedValue | null;
}

/** The value that the reader guesses before it is computed: a value of the run, or the network's answer at the timestep. */
export type AskedValue =
  | {
      readonly kind: 'value';
      readonly signal: string;
      /** Counted from 0. */
      readonly unit: number;
      /** The last timestep of a curve to draw, which begins at the timestep of the view; left out for one value. */
      readonly to?: number | undefined;
    }
  | { readonly kind: 'answer' };

/** A question from the generator, see `questions/`. */
export interface LessonQuestion {
  readonly idea: string;
  /** Counted from 0. */
  readonly form: number;
  readonly seed: number;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'question'; readonly question: LessonQuestion }
  /** A field for the reader's own text, which the views of `?text` read. */
  | { readonly kind: 'text field' }
  | { readonly kind: 'asked value'; readonly view: LessonView; readonly asked: AskedValue };

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  /** Words that refer to a signal and highlight it in the figure; without words, its symbol. */
  | { readonly kind: 'signal'; readonly signal: string; readonly line: number; readonly children: readonly Inline[] }
  /** The equation of a signal of the figure. */
  | { readonly kind: 'equation'; readonly signal: string; readonly line: number }
  | { readonly kind: 'link'; readonly href: string; readonly line: number; readonly children: readonly Inline[] };

/** A fault in a lesson, for its author. */
export interface LessonFault {
  /** Counted from 1; null for a fault of the lesson as a whole. */
  readonly line: number | null;
  readonly sentence: string;
}
