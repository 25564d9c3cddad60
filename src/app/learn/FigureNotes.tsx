import { badgeOf } from '../../components/badge/badgeOf.ts';
import { BadgeText } from '../../components/badge/WeightsBadge.tsx';
import { DashedHint } from '../../components/inspector/DashedHint.tsx';
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
  const selected = useGatescope((state) => state.selection.signal);
  return (
    <p>
      {named && (
        <>
          <b>{cell.name}</b> <BadgeText badge={badgeOf(inputs, null, true)} />{' '}
        </>
      )}
      {readsOther && <span className="hint reads-other">This chapter reads its own text, not your sentence.</span>}{' '}
      {named && <DashedHint cell={cell} asked={selected} />}
    </p>
  );
}
