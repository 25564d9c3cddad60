import { entriesIn, queryOf } from '../io/query.ts';
import { namesLesson } from './namesLesson.ts';

/** The place of a page in a lesson. */
export interface LessonPlace {
  /** The id of a chapter; the first where it is empty or unknown. */
  readonly chapter: string;
  /** The reader's own text, or null. */
  readonly text: string | null;
  /** A file of a lesson beside the page, or null. */
  readonly file: string | null;
  /** A lesson inside the address, packed; empty where it is too long for one, null for the story or a file. */
  readonly packed: string | null;
  /** The id of the draft that is edited, or null where a lesson is read. */
  readonly draft: string | null;
  /** A page of its own, the preview beside a draft, whose text the editor sends, or a frame with one chapter. */
  readonly within: 'page' | 'preview' | 'frame';
  /** True if every answer gets a code for the teacher. */
  readonly codes: boolean;
}

/** The story from its beginning. */
export const beginning: LessonPlace = {
  chapter: '',
  text: null,
  file: null,
  packed: null,
  draft: null,
  within: 'page',
  codes: false,
};

/** The most characters of a reader's own text. */
export const MAX_OWN_TEXT = 120;

/** Files beside the page: no other site, no way up, no query. */
const FILE = /^(?:[\w-]+\/)*[\w-]+\.md$/;

/** Ids of drafts. */
const DRAFT = /^[a-z\d]{1,16}$/;

/** The id by which an address asks for a new draft. */
export const NEW_DRAFT = 'new';

/** The place that the part of an address after the # names; null where it names a view of the instrument. */
export function lessonPlaceIn(hash: string): LessonPlace | null {
  if (!namesLesson(hash)) return null;
  const entries = entriesIn(hash);
  const file = entries.get('lesson') ?? '';
  const draft = entries.get('draft') ?? '';
  const within = entries.get('within');
  const text = [...(entries.get('text') ?? '')].slice(0, MAX_OWN_TEXT).join('');
  return {
    chapter: entries.get('learn') ?? '',
    text: text.trim() === '' ? null : text,
    file: FILE.test(file) ? file : null,
    packed: entries.get('markdown') ?? null,
    draft: DRAFT.test(draft) ? draft : null,
    within: within === 'preview' || within === 'frame' ? within : 'page',
    codes: entries.get('codes') === 'on',
  };
}

/** The part of an address after the # for a place; read again it gives the same place. */
export function lessonHash({ chapter, text, file, packed, draft, within, codes }: LessonPlace): string {
  const entries = new Map([['learn', chapter]]);
  if (file !== null) entries.set('lesson', file);
  if (packed !== null) entries.set('markdown', packed);
  if (codes) entries.set('codes', 'on');
  if (text !== null) entries.set('text', text);
  if (draft !== null) entries.set('draft', draft);
  if (within !== 'page') entries.set('within', within);
  return queryOf(entries);
}
