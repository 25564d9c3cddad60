import { useEffect, useState } from 'react';
import type { compactPictureOf } from '../../figure/compactPicture.ts';
import { useMedia } from '../useMedia.ts';

type Draw = typeof compactPictureOf;

/** How a cell is drawn on a narrow screen, fetched when there is one; null on others and until it has come. */
export function useCompact(): Draw | null {
  const narrow = useMedia('(max-width: 40rem)');
  const [draw, setDraw] = useState<Draw | null>(null);
  useEffect(() => {
    if (narrow) void import('../../figure/compactPicture.ts').then((found) => setDraw(() => found.compactPictureOf));
  }, [narrow]);
  return narrow ? draw : null;
}
