// first, because it declares the order of the cascade layers
import '../../theme/theme.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Boundary } from '../../components/Boundary.tsx';
import { keepFocus } from '../../components/controls/keepFocus.ts';
import { tellHeight } from '../../components/height/tellHeight.ts';
import { Fault } from '../../components/primitives/Fault.tsx';
import { entriesIn } from '../../io/query.ts';
import { questionInHash, unknownInHash } from '../../questions/address.ts';
import { studyTests } from '../../questions/study.ts';
import { PageHeader } from '../PageHeader.tsx';
import { OneQuestion } from './OneQuestion.tsx';
import { Practice } from './Practice.tsx';
import { practiceStorage } from './practiceStorage.ts';
import { StudyPage } from './StudyPage.tsx';
import '../../theme/fonts/fonts.css';
import '../../theme/waiting.css';
import '../app.css';
import './practice.css';

const root = document.getElementById('root');
const { hash } = window.location;
const entries = entriesIn(hash);
const asked = entries.get('test');
const test = studyTests.find((one) => one === asked);
const one = questionInHash(hash) ?? unknownInHash(hash);

/** Seeds of practice: enough that readers side by side are asked about other numbers. */
const freshSeed = (): number => crypto.getRandomValues(new Uint16Array(1))[0];

/** The header of the page; a question in a frame of another page has none. */
function header(): ReactNode {
  if (test) return <PageHeader current={null} title="Test" />;
  return one !== null && window.parent !== window ? null : <PageHeader current="practice" />;
}

/** The page that the address names. */
function content(): ReactNode {
  // the first test is silent about its answers: they would teach before the lesson
  if (test) return <StudyPage test={test} scored={test === 'post' && entries.get('score') !== 'off'} />;
  if (one === null) return <Practice storage={practiceStorage} freshSeed={freshSeed} />;
  if (typeof one !== 'string') return <OneQuestion question={one} />;
  return (
    <main ref={tellHeight} className="practice one-question">
      <Fault>{one}</Fault>
    </main>
  );
}

// another address is another page
window.addEventListener('hashchange', () => window.location.reload());

if (root)
  createRoot(root).render(
    <StrictMode>
      <div ref={keepFocus} className="gatescope" data-theme="auto">
        {header()}
        <Boundary name="The page" inputs={[hash]}>
          {content()}
        </Boundary>
      </div>
    </StrictMode>,
  );
