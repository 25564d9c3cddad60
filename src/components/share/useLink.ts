import { useEffect, useMemo, useState } from 'react';
import { type Link, linkOf } from '../../io/link.ts';
import type { Moment } from '../../store/state.ts';
import { type Embedding, embeddedMoment } from './embedding.ts';

/** The link of a moment as a page, or as it is embedded; null for the instant in which it is compressed. */
export function useLink(moment: Moment, embedding: Embedding | null): Link | null {
  const link = useMemo(
    () => (embedding === null ? linkOf(moment) : linkOf(embeddedMoment(moment, embedding), 'frame')),
    [moment, embedding],
  );
  const [later, setLater] = useState<{ readonly of: unknown; readonly link: Link } | null>(null);
  useEffect(() => {
    if (!(link instanceof Promise)) return;
    const unable = (): Link => ({ ok: false, message: 'This browser cannot compress the view into a link.' });
    void link.catch(unable).then((ready) => setLater({ of: link, link: ready }));
  }, [link]);
  if (!(link instanceof Promise)) return link;
  return later?.of === link ? later.link : null;
}
