import { lazy, useState } from 'react';
import { Segmented } from '../components/controls/Segmented.tsx';
import { partTable } from '../components/parts.tsx';
import { useGatescope } from '../store/context.tsx';
import { PagePart } from './PagePart.tsx';

const MemoryPanel = lazy(async () => ({
  default: (await import('../components/memory/MemoryPanel.tsx')).MemoryPanel,
}));

const views = [
  { value: 'values', label: 'Values' },
  { value: 'memory', label: 'Memory' },
] as const;

/** The sequence under its tokens: the values of every signal, or the map of where a difference is remembered. */
export function Strips() {
  const compared = useGatescope(({ inputs }) => inputs.other !== undefined);
  const [shown, setShown] = useState<'values' | 'memory'>(compared ? 'memory' : 'values');
  // another run brings the map, and takes it with it
  const [before, setBefore] = useState(compared);
  if (before !== compared) {
    setBefore(compared);
    setShown(compared ? 'memory' : 'values');
  }
  return (
    <>
      <div className="strips-switch">
        <Segmented legend="Over time" choices={views} value={shown} onChange={setShown} />
      </div>
      <PagePart name="The strips">{shown === 'values' ? <partTable.timeline.Component /> : <MemoryPanel />}</PagePart>
    </>
  );
}
