import type { KeyboardEvent } from 'react';
import { useInstance } from '../../store/context.tsx';
import { hotkeys, strokeOf } from './hotkeys.ts';
import { ownsKey } from './ownsKey.ts';

/**
 * The `onKeyDown` of an instance's root: the keys that a video player has. They reach it only while focus is inside,
 * and do nothing where the focused control needs the key, or where the page around has switched them off.
 */
export function useHotkeys(onHelp: () => void): (event: KeyboardEvent) => void {
  const instance = useInstance();
  return (event) => {
    if (!instance.settings.hotkeys || event.defaultPrevented || event.altKey || event.nativeEvent.isComposing) return;
    const stroke = strokeOf(event);
    if (event.target instanceof Element && ownsKey(event.target, stroke)) return;
    const hotkey = hotkeys.find(({ keys }) => keys.includes(stroke));
    if (!hotkey && stroke !== '?') return;
    event.preventDefault();
    if (hotkey) hotkey.run(instance, stroke);
    else onHelp();
  };
}
