/** The parts of a lesson that come after its first picture, as one file. */
export { startGrading } from '../../components/ask/startGrading.ts';
export { checksIn, placesIn } from '../../lesson/counted.ts';
export { openedView } from '../../lesson/opened.ts';
export { AskValue } from './AskValue.tsx';
export { exploreLink } from './exploreLink.ts';
export { FigureNotes } from './FigureNotes.tsx';
export { followReading } from './followReading.ts';
export { LessonAsk } from './LessonAsk.tsx';
export { LessonDrop } from './LessonDrop.tsx';
export { PrintKey } from './PrintKey.tsx';
export { PrintPicture } from './PrintPicture.tsx';
export { ShareLesson } from './ShareLesson.tsx';
export { SignalEquation, SignalSymbol } from './SignalNotation.tsx';
export { showView } from './showView.ts';
export { default as story } from './story.md?lesson';
