import type { Figure } from './figureFile.ts';

/** The places for which a figure is drawn, by the names of the command. */
export const figureSizes = {
  page: { label: 'page, 160 mm wide', millimetres: 160 },
  column: { label: 'column, 84 mm wide', millimetres: 84 },
  slide: { label: 'slide, 16 : 9', millimetres: 140 },
} as const;

export type FigureSize = keyof typeof figureSizes;

/** The height of what is printed on a page of paper, in millimetres. */
export const PAGE_HIGH = 240;

/** The height of a figure at the width of its place, in whole millimetres. */
export function heightOf({ size, picture }: Pick<Figure, 'size' | 'picture'>): number {
  const [, , width, height] = picture.viewBox;
  return Math.round((figureSizes[size].millimetres * height) / width);
}

/** Pixels of a picture for each unit of the diagram, and the width of a slide in pixels. */
const SCALE = 2;
const SLIDE = 1920;

/** Pixels for each unit of a picture that is so many units wide. */
export const pixelsPerUnit = (size: FigureSize, width: number): number => (size === 'slide' ? SLIDE / width : SCALE);

/** A size in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** The size of a moving picture, at most so many pixels wide; even, as the common encoders of video need it. */
export function movingSize(size: FigureSize, [, , width, height]: readonly number[], widest: number): PixelSize {
  const scale = Math.min(pixelsPerUnit(size, width), widest / width);
  return { width: 2 * Math.round((width * scale) / 2), height: 2 * Math.round((height * scale) / 2) };
}

/** The greatest widths of a GIF, whose size grows with every pixel, and of a video. */
export const WIDEST = { gif: 1280, video: SLIDE } as const;
