import { type Figure, outlinedSvg } from './figureFile.ts';

/** A figure as an SVG document whose text is drawn as paths; the outlines are fetched with the first. */
export async function outlinedFigure(figure: Figure): Promise<string> {
  const { default: faces } = await import('../../theme/fonts/gatescope-math.woff2?outlines');
  return outlinedSvg(figure, faces);
}

/** True if text is left in a document: characters that have no outline. */
export const hasText = (svg: string): boolean => svg.includes('<text ');
