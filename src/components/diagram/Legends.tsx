import { useGradient } from '../../store/context.tsx';
import { Legend } from '../charts/Legend.tsx';
import { useDark } from '../useColours.ts';

/** The keys to the colour scales in use: both of values, or that of gradients. */
export function Legends() {
  const dark = useDark();
  const gradient = useGradient();
  if (gradient)
    return (
      <div className="columns legends">
        <Legend kind="gradient" dark={dark} unit={gradient.largest || 1} />
      </div>
    );
  return (
    <div className="columns legends">
      <Legend kind="gate" dark={dark} />
      <Legend kind="signed" dark={dark} />
    </div>
  );
}
