import { keptLesson } from '../../components/share/openLesson.ts';
import { MAX_LINK } from '../../io/limits.ts';
import { unpacked } from '../../io/packing.ts';
import type { LessonPlace } from '../../lesson/address.ts';
import type { Lesson, LessonFault } from '../../lesson/lesson.ts';
import { viewFaults } from '../../lesson/opened.ts';
import { home } from '../../presets/index.ts';
import { Refusal } from '../../text/refusal.ts';
import story from './story.md?lesson';

/** A lesson with its faults and its Markdown, which is null for the story. */
interface Fetched {
  readonly lesson: Lesson;
  readonly faults: readonly LessonFault[];
  readonly markdown: string | null;
}

/** The lesson of a place; the story, which is tested and has no faults of its own, where there is none or where it cannot be had. */
export async function lessonAt({ file, packed }: LessonPlace): Promise<Fetched> {
  if (file === null && packed === null) return { lesson: story, faults: [], markdown: null };
  try {
    const [markdown, { MAX_LESSON, parseLesson }] = await Promise.all([
      file === null ? inAddress(packed ?? '') : besidePage(file),
      import('../../lesson/parse.ts'),
    ]);
    const { lesson, faults } = parseLesson(markdown.slice(0, MAX_LESSON + 1));
    return { lesson, faults: [...faults, ...(await viewFaults(lesson, home))], markdown };
  } catch (error) {
    const sentence =
      error instanceof Refusal ? error.message : `The lesson ${file} could not be fetched; the story is shown instead.`;
    return { lesson: story, faults: [{ line: null, sentence }], markdown: null };
  }
}

async function besidePage(file: string): Promise<string> {
  const response = await fetch(new URL(file, document.baseURI));
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

/** The text of a lesson inside an address or, where it is too long for one, kept with its entry in the history. */
async function inAddress(packed: string): Promise<string> {
  if (packed === '') {
    const kept = keptLesson();
    if (kept !== null) return kept;
    throw new Refusal(
      'This lesson is too long for a link, so only the tab in which it was opened has it. Ask its author for the file and drop it here; the story is shown instead.',
    );
  }
  const markdown = packed.length > MAX_LINK ? null : await unpacked(packed);
  if (markdown !== null) return markdown;
  throw new Refusal(
    'The lesson in this link is cut off or broken. Copy the whole link again, or ask its author for the file; the story is shown instead.',
  );
}
