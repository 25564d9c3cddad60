/** Draws a progress bar on one line of the terminal; does nothing if stderr is not a terminal. */
export function showProgress(done: number, all: number, words: string): void {
  if (!process.stderr.isTTY) return;
  const width = 24;
  const full = Math.round((width * done) / all);
  process.stderr.write(`\r\x1b[K${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${all}  ${words}`);
  if (done === all) process.stderr.write('\n');
}
