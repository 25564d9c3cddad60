import type { PatchMap } from '../../analysis/patchMap.ts';
import { signedColour } from '../../theme/colour.ts';

interface MemoryStripsProps {
  readonly map: PatchMap;
  readonly names: readonly string[];
  /** The tokens at the first and at the last timestep. */
  readonly ends: readonly [string, string];
  readonly dark: boolean;
  /** The content of the strips in a sentence, for readers who cannot see them. */
  readonly summary: string;
}

/** A map of borrowed values as coloured strips: a row a signal, a column a timestep. */
export function MemoryStrips({ map: { rows, entries }, names, ends, dark, summary }: MemoryStripsProps) {
  const T = entries[0]?.length ?? 0;
  return (
    <figure className="memory-strips" role="img" aria-label={summary}>
      {rows.map((id, row) => (
        <div key={id} aria-hidden="true">
          <span>{names[row]}</span>
          <svg aria-hidden="true" viewBox={`0 0 ${T} 1`} preserveAspectRatio="none" focusable="false">
            {Array.from(entries[row], (share, k) => (
              <rect key={k} x={k + 0.05} width={0.9} height={1} fill={signedColour(share, dark)} />
            ))}
          </svg>
        </div>
      ))}
      <div aria-hidden="true">
        <span>timestep</span>
        <span className="spread">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </span>
      </div>
    </figure>
  );
}
