import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { onResize } from '../onResize.ts';
import { frameHeightIn } from './frameHeightIn.ts';

interface Props {
  readonly address: string;
  /** The width in pixels for which the frame is shown, reduced to the room there is. */
  readonly width: number;
  /** The height that the frame has asked for; null before it did. */
  readonly height: number | null;
  readonly onHeight: (height: number) => void;
}

/** A frame as it will be in another page, live, at this width. It says itself how high it has to be. */
export function FramePreview({ address, width, height, onHeight }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const hear = useEffectEvent(({ source, data }: MessageEvent) => {
    const told = source === frame.current?.contentWindow ? frameHeightIn(data) : null;
    if (told !== null) onHeight(told);
  });
  useEffect(() => {
    const listener = (event: MessageEvent): void => hear(event);
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, []);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    return onResize([element], () => setScale(Math.min(1, element.clientWidth / width)));
  }, [width]);
  const high = height ?? INITIAL;
  return (
    <div className="frame-preview" ref={room} style={{ height: Math.ceil(high * scale) }}>
      <iframe
        ref={frame}
        title="Preview of the frame"
        src={address}
        width={width}
        height={high}
        style={{ transform: `scale(${scale})` }}
      />
    </div>
  );
}

/** The height before the frame has asked for one. */
const INITIAL = 480;
