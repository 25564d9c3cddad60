import { blockOffset } from '../../../lesson/fenceText.ts';

/** Inserts a block below the line of the caret as typing would, so that the browser's undo takes it back. */
export function insertBlock(area: HTMLTextAreaElement, block: string): void {
  const at = blockOffset(area.value, area.selectionStart);
  const before = area.value.slice(0, at);
  const lead = before === '' ? '' : '\n'.repeat(Math.max(0, 2 - (/\n*$/.exec(before)?.[0].length ?? 0)));
  const after = /^\n*/.exec(area.value.slice(at))?.[0].length ?? 0;
  area.focus();
  area.setSelectionRange(at, at);
  const text = `${lead}${block}${'\n'.repeat(Math.max(0, 2 - after))}`;
  // deprecated, and the only way into a field's history of undo
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, at, at, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Selects a line, counted from 1, and brings it into sight. */
export function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  // a field scrolls to its selection when it takes focus
  area.blur();
  area.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
  area.focus();
}
