import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { messageTarget } from '../../../grades/messageTarget.ts';
import type { Entries } from '../../../io/query.ts';
import { beginning, lessonHash } from '../../../lesson/address.ts';
import { type LessonMessage, previewIn } from './messages.ts';

interface Props {
  /** The lesson to show; null before it is known. */
  readonly markdown: string | null;
  /** The chapter to scroll to when it changes, counted from 0. */
  readonly chapter: number;
  /** Called with the keys and values of a link to the view that the figure shows. */
  readonly onView: (view: Entries) => void;
}

const address = `./index.html#${lessonHash({ ...beginning, within: 'preview' })}`;

/** The lesson as a reader sees it, in a frame of its own, so that the text beside it does not scroll it. */
export function Preview({ markdown, chapter, onView }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const hear = useEffectEvent(({ source, origin, data }: MessageEvent) => {
    const own = source === frame.current?.contentWindow && origin === window.origin;
    const message = own ? previewIn(data) : null;
    if (message?.view) onView(new Map(message.view));
    else if (message) setReady(true);
  });
  useEffect(() => {
    const listener = (event: MessageEvent): void => hear(event);
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, []);
  useEffect(() => {
    if (!ready || markdown === null) return;
    const message: LessonMessage = { type: 'gates:lesson', markdown, chapter };
    frame.current?.contentWindow?.postMessage(message, messageTarget(window.origin));
  }, [ready, markdown, chapter]);
  return <iframe ref={frame} className="lesson-preview" title="Preview of the lesson" src={address} />;
}
