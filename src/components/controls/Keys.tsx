import { type RefObject, useEffect } from 'react';
import { keepFocus } from './keepFocus.ts';
import { type EarlyKeys, useLateHotkeys } from './useHotkeys.ts';

interface Props {
  readonly root: RefObject<HTMLElement | null>;
  readonly early: EarlyKeys;
}

/** The keys of an instance, and its focus, which is never lost; fetched when the reader turns to it. */
export function Keys({ root, early }: Props) {
  useLateHotkeys(early);
  useEffect(() => keepFocus(root.current, early.focused), [root, early]);
  return null;
}
