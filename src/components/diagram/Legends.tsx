import { Legend } from '../charts/Legend.tsx';
import { useDark } from '../useColours.ts';

/** The keys to both colour scales. */
export function Legends() {
  const dark = useDark();
  return (
    <div className="legends">
      <Legend kind="gate" dark={dark} />
      <Legend kind="signed" dark={dark} />
    </div>
  );
}
