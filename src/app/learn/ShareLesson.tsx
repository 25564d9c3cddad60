import { lazy } from 'react';
import { DialogButton } from '../../components/DialogButton.tsx';
import '../../components/share/share.css';
import type { LessonLinksProps } from './LessonLinks.tsx';

const LessonLinks = lazy(async () => ({ default: (await import('./LessonLinks.tsx')).LessonLinks }));

/** A button and its dialog: what brings the chapter that is read, or the whole lesson, into a course. */
export function ShareLesson(props: LessonLinksProps) {
  return (
    <DialogButton label="Share" title="Share this chapter" className="share-dialog">
      {() => <LessonLinks {...props} />}
    </DialogButton>
  );
}
