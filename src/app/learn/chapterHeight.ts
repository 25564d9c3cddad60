import { LINE_OF_READING } from './followReading.ts';

/** Bounds of the height that a chapter asks for, in pixels: its figure needs room, and must stay in sight. */
const LOWEST = 440;
const HIGHEST = 800;
/** The height of the figure where it lies above the text, in pixels: the least that `learn.css` gives it in a frame. */
const FIGURE = 288;

/**
 * The height in pixels at which the chapter inside `main` is read in a frame. A chapter with one view shows all of its text
 * where that is short enough. One with several views must scroll for its figure to follow: it is so low that the last view
 * comes to the line of reading. It follows from the width and the text alone, so that a frame of any height asks for the same.
 */
export function chapterHeight(main: HTMLElement): number {
  const text = main.querySelector('article')?.getBoundingClientRect();
  if (!text) return LOWEST;
  const figure = main.querySelector('.lesson-figure')?.getBoundingClientRect();
  const above = figure && figure.left < text.right ? FIGURE : 0;
  const { paddingTop, paddingBottom } = getComputedStyle(main);
  const whole = text.height + Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const [, ...later] = main.querySelectorAll('[data-part-of]');
  const last = later.at(-1)?.getBoundingClientRect();
  const scrolled = last ? (text.bottom - last.top) / (1 - LINE_OF_READING) : whole;
  return Math.ceil(Math.min(Math.max(above + Math.min(whole, scrolled), LOWEST), HIGHEST));
}
