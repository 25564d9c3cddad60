import { badgeOf } from '../../components/badge/badgeOf.ts';
import { BadgeText } from '../../components/badge/WeightsBadge.tsx';
import { useGatescope } from '../../store/context.tsx';

/** The origin of the figure's weights. */
export function FigureBadge() {
  const inputs = useGatescope((state) => state.inputs);
  return <BadgeText badge={badgeOf(inputs, null)} />;
}
