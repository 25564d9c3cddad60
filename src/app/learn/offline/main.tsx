// first, because it declares the order of the cascade layers
import '../../../theme/theme.css';
import '../../../theme/fonts/fonts.css';
import { createRoot } from 'react-dom/client';
import { Boundary } from '../../../components/Boundary.tsx';
import { beginning } from '../../../lesson/address.ts';
import { viewFaults } from '../../../lesson/opened.ts';
import { parseLesson } from '../../../lesson/parse.ts';
import { home } from '../../../presets/index.ts';
import { GatescopeProvider } from '../../../store/context.tsx';
import { Learn } from '../Learn.tsx';
import { lessonInstance } from '../lessonInstance.ts';
import { markdownIn } from './lessonFile.ts';

const one = { ...home, alone: true };

async function start(root: HTMLElement): Promise<void> {
  const markdown = markdownIn(document);
  if (markdown.trim() === '') {
    root.textContent = 'This page is empty. A lesson is put into it by “Save for SCORM 1.2” in its dialog “Share”.';
    return;
  }
  const { lesson, faults } = parseLesson(markdown);
  const gatescope = await lessonInstance(lesson, beginning);
  const wrong = [...faults, ...(await viewFaults(lesson, one))];
  root.replaceChildren();
  createRoot(root).render(
    <Boundary name="The lesson" inputs={[]}>
      <GatescopeProvider gatescope={gatescope}>
        <Learn lesson={lesson} faults={wrong} place={beginning} home={one} markdown={markdown} />
      </GatescopeProvider>
    </Boundary>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
