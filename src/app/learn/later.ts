/** The parts of a lesson that come after its first picture, as one file. */
export { startGrading } from '../../components/ask/startGrading.ts';
export { checksIn, placesIn } from '../../lesson/counted.ts';
export { AskValue } from './AskValue.tsx';
export { FigureBadge } from './FigureBadge.tsx';
export { LessonAsk } from './LessonAsk.tsx';
export { LessonDrop } from './LessonDrop.tsx';
