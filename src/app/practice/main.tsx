import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Boundary } from '../../components/Boundary.tsx';
import { keepFocus } from '../../components/controls/keepFocus.ts';
import { entriesIn } from '../../io/query.ts';
import { studyTests } from '../../questions/study.ts';
import { PageHeader } from '../PageHeader.tsx';
import { Practice } from './Practice.tsx';
import { browserStorage } from './practiceStorage.ts';
import { StudyPage } from './StudyPage.tsx';
import '../../theme/theme.css';
import '../../theme/fonts/fonts.css';
import '../app.css';
import './practice.css';

const root = document.getElementById('root');
const asked = new Map(entriesIn(window.location.hash)).get('test');
const test = studyTests.find((one) => one === asked);

/** Seeds of practice: enough that readers side by side are asked about other numbers. */
const freshSeed = (): number => crypto.getRandomValues(new Uint16Array(1))[0];

if (root)
  createRoot(root).render(
    <StrictMode>
      <div ref={keepFocus} className="gatescope" data-theme="auto">
        {test ? <PageHeader current={null} title="Test" /> : <PageHeader current="practice" title="Practice" />}
        <Boundary name="The page" inputs={[test]}>
          {test ? <StudyPage test={test} /> : <Practice storage={browserStorage} freshSeed={freshSeed} />}
        </Boundary>
      </div>
    </StrictMode>,
  );
