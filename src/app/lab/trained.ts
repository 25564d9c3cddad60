import type { LabNetwork } from './networks.ts';
import { type NetworkTexts, networksIn } from './networkTexts.ts';

/** Weights of one gap as they are shipped. */
const files = import.meta.glob<NetworkTexts>('./data/gap-*.json', { import: 'default' });

/** The networks that were trained at a gap with the first seed, by cell. Rejects where the gap was not measured. */
export async function trainedAt(gap: number, opening: number): Promise<Readonly<Record<string, LabNetwork>>> {
  const texts = await files[`./data/gap-${gap}.json`]?.();
  if (!texts) throw new Error(`No networks were trained at a gap of ${gap}`);
  return networksIn(texts, gap, opening);
}
