import { badgeOf } from '../../components/badge/badgeOf.ts';
import { BadgeText } from '../../components/badge/WeightsBadge.tsx';
import { useDerived, useGatescope } from '../../store/context.tsx';

interface Props {
  /** False if the figure itself names its networks. */
  readonly named: boolean;
  /** True if the reader has typed a sentence that the view does not read. */
  readonly readsOther: boolean;
}

/** The network of the figure, by its cell, its units and the origin of its weights, and the text that it reads. */
export function FigureNotes({ named, readsOther }: Props) {
  const inputs = useGatescope((state) => state.inputs);
  const { cell } = useDerived();
  return (
    <p>
      {named && (
        <>
          <b>{cell.name}</b> <BadgeText badge={badgeOf(inputs, null)} />{' '}
        </>
      )}
      {readsOther && <span className="hint">This chapter reads its own text, not your sentence.</span>}
    </p>
  );
}
