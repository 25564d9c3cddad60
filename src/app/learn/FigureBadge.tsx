import { badgeOf } from '../../components/badge/badgeOf.ts';
import { BadgeText } from '../../components/badge/WeightsBadge.tsx';
import { useGatescope } from '../../store/context.tsx';

/** What the weights of the figure are. */
export function FigureBadge() {
  const inputs = useGatescope((state) => state.inputs);
  return <BadgeText badge={badgeOf(inputs, null)} />;
}
