import { useEffect, useEffectEvent } from 'react';
import { entriesOf } from '../../../io/link.ts';
import { useGatescope } from '../../../store/context.tsx';

/** Milliseconds without a change after which a view is told. */
const REST = 150;

interface Props {
  /** Called with the keys and values of a link to what the instance around shows. */
  readonly onView: (entries: [string, string][]) => void;
}

/** Tells what the instance around it shows, after every change. */
export function PresentView({ onView }: Props) {
  const inputs = useGatescope((state) => state.inputs);
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const view = useGatescope((state) => state.view);
  const tell = useEffectEvent(() =>
    onView([...entriesOf({ inputs, cursor, selection, view: { ...view, theme: 'auto' } })]),
  );
  useEffect(() => {
    const timer = setTimeout(() => tell(), REST);
    return () => clearTimeout(timer);
    // reads them all
  }, [inputs, cursor, selection, view]);
  return null;
}
