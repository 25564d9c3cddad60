/** The parts of a lesson that come after its first picture, as one file. */
export { AskValue } from './AskValue.tsx';
export { FigureBadge } from './FigureBadge.tsx';
export { LessonAsk } from './LessonAsk.tsx';
export { LessonDrop } from './LessonDrop.tsx';
