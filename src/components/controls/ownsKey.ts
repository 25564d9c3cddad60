const ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);
const PRESSES = new Set(['Space', 'Enter']);

/** Fields of text, grids, and what lies over the page: every key is theirs. */
const TAKES_ALL =
  'textarea, [contenteditable=""], [contenteditable="true"], input:not([type="range"], [type="radio"], [type="checkbox"], [type="button"], [type="submit"], [type="reset"], [type="color"], [type="file"]), [role="textbox"], [role="spinbutton"], [role="combobox"], [role="listbox"], [role="menu"], [role="tree"], [role="grid"], dialog, [popover], [data-owns-keys="all"]';
const TAKES_ARROWS = 'input[type="range"], [role="slider"], [data-owns-keys="arrows"]';
/** Switches need their keys only where they were reached by the Tab key: after a click the player keeps them. */
const SWITCHES_TAKE_ALL = 'select';
const SWITCHES_TAKE_ARROWS = 'input[type="radio"], [role="radio"], [role="tab"]';
const SWITCHES_TAKE_PRESSES =
  'button, summary, a[href], input:not([type="range"]), [role="button"], [role="link"], [role="radio"], [role="checkbox"], [role="switch"], [role="tab"], [role="option"]';

/**
 * True if the control under focus needs this stroke for itself, so that the hotkey must do nothing; `clicked` if focus
 * came to it by a click or a tap.
 */
export function ownsKey(target: Element, stroke: string, clicked = false): boolean {
  const key = stroke.split('+').at(-1) ?? stroke;
  const within = (selector: string): boolean => target.closest(selector) !== null;
  if (within(TAKES_ALL) || (ARROWS.has(key) && within(TAKES_ARROWS))) return true;
  if (clicked && key !== 'Enter') return false;
  return (
    within(SWITCHES_TAKE_ALL) ||
    (ARROWS.has(key) && within(SWITCHES_TAKE_ARROWS)) ||
    (PRESSES.has(key) && within(SWITCHES_TAKE_PRESSES))
  );
}
