const NAME = 'Gatescope Math';

/** Adds the maths font to the document, because a shadow tree cannot. Loaded from bytes, it is exempt from `font-src`. */
export async function addMathsFont(): Promise<void> {
  if ([...document.fonts].some(({ family }) => family === NAME)) return;
  const { default: address } = await import('../theme/fonts/gatescope-math.woff2?inline');
  const binary = atob(address.slice(address.indexOf(',') + 1));
  // a loop, because to map that many letters takes as long as a tenth of the first picture
  const bytes = new Uint8Array(binary.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = binary.charCodeAt(k);
  const metrics = { ascentOverride: '85%', descentOverride: '25%', lineGapOverride: '0%' };
  document.fonts.add(new FontFace(NAME, bytes, { display: 'swap', ...metrics }));
}
