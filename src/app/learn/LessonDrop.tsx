import { useState } from 'react';
import { Notice } from '../../components/primitives/Notice.tsx';
import { DropVeil } from '../../components/share/DropVeil.tsx';
import { openLesson } from '../../components/share/openLesson.ts';
import { useFileDrop } from '../../components/share/useFileDrop.ts';
import { textOf } from '../../io/bytes.ts';
import '../../components/share/share.css';

/** The largest lesson, in bytes: each character of the longest text has at most four. */
const MAX_BYTES = 400_000;

/** Opens a lesson dropped anywhere on the page; what is no lesson changes nothing. */
export function LessonDrop() {
  const [refusal, setRefusal] = useState<string | null>(null);
  const over = useFileDrop(async (file) => setRefusal(await openLessonFile(file)));
  return (
    <>
      {over && <DropVeil />}
      {refusal !== null && (
        <aside className="lesson-refusal">
          <Notice sentences={[refusal]} onDismiss={() => setRefusal(null)} />
        </aside>
      )}
    </>
  );
}

/** Opens the lesson in a file; returns a sentence where there is none. */
export async function openLessonFile(file: File): Promise<string | null> {
  const { name, size } = file;
  if (!/\.(md|markdown)$/i.test(name))
    return `${name} is not a lesson: the name of a lesson ends in .md. Open tables, texts and views in Explore.`;
  if (size > MAX_BYTES) return `${name} is too long for a lesson. Divide it into several.`;
  const data = await file.arrayBuffer().catch(() => null);
  if (!data) return `The browser could not read ${name}. Drop the file again.`;
  const read = textOf(new Uint8Array(data), MAX_BYTES);
  if (!read.ok) return `${name}: ${read.message}`;
  if (!/^## /m.test(read.text)) return `${name} has no chapter yet: write ## and a title above its text.`;
  await openLesson(read.text);
  return null;
}
