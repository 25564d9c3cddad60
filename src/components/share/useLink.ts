import { useEffect, useMemo, useState } from 'react';
import { type Link, linkOf } from '../../io/link.ts';
import type { Moment, Part } from '../../store/state.ts';

/** The link of a moment as a page or as a frame with these parts; null for the instant in which it is compressed. */
export function useLink(moment: Moment, hidden: readonly Part[] | null): Link | null {
  const link = useMemo(() => {
    if (hidden === null) return linkOf(moment);
    return linkOf({ ...moment, view: { ...moment.view, hidden } }, 'frame');
  }, [moment, hidden]);
  const [later, setLater] = useState<{ readonly of: unknown; readonly link: Link } | null>(null);
  useEffect(() => {
    if (!(link instanceof Promise)) return;
    const unable = (): Link => ({ ok: false, message: 'This browser cannot compress the view into a link.' });
    void link.catch(unable).then((ready) => setLater({ of: link, link: ready }));
  }, [link]);
  if (!(link instanceof Promise)) return link;
  return later?.of === link ? later.link : null;
}
