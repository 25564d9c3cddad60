const ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);
const PRESSES = new Set(['Space', 'Enter']);

/** Fields of text and lists that take letters: every key is theirs. */
const TAKES_ALL =
  'textarea, select, [contenteditable=""], [contenteditable="true"], input:not([type="range"], [type="radio"], [type="checkbox"], [type="button"], [type="submit"], [type="reset"], [type="color"], [type="file"]), [role="textbox"], [role="spinbutton"], [role="combobox"], [role="listbox"], [role="menu"], [role="tree"], [role="grid"], dialog, [popover], [data-owns-keys="all"]';
const TAKES_ARROWS =
  'input[type="range"], input[type="radio"], [role="slider"], [role="radio"], [role="tab"], [data-owns-keys="arrows"]';
const TAKES_PRESSES =
  'button, summary, a[href], input:not([type="range"]), [role="button"], [role="link"], [role="radio"], [role="checkbox"], [role="switch"], [role="tab"], [role="option"]';

/** Whether the control under focus needs this stroke for itself, so that it must do nothing else. */
export function ownsKey(target: Element, stroke: string): boolean {
  const key = stroke.split('+').at(-1) ?? stroke;
  return (
    target.closest(TAKES_ALL) !== null ||
    (ARROWS.has(key) && target.closest(TAKES_ARROWS) !== null) ||
    (PRESSES.has(key) && target.closest(TAKES_PRESSES) !== null)
  );
}
