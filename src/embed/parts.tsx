import { type ComponentType, lazy } from 'react';
import { Diagram } from '../components/diagram/Diagram.tsx';
import { Legends } from '../components/diagram/Legends.tsx';
import { parts as everyPart, type Part } from '../store/state.ts';

const later = (load: () => Promise<ComponentType>): ComponentType => lazy(async () => ({ default: await load() }));

function DiagramWithLegends() {
  return (
    <>
      <Diagram />
      <details className="gate-colours">
        <summary>Colours</summary>
        <Legends />
      </details>
    </>
  );
}

/** What a frame and the React component can show. The diagram comes at once, every other part when it is asked for. */
const components: Readonly<Record<Part, { readonly label: string; readonly Component: ComponentType }>> = {
  diagram: { label: 'Diagram', Component: DiagramWithLegends },
  transport: {
    label: 'Stepping',
    Component: later(async () => (await import('../components/controls/Transport.tsx')).Transport),
  },
  stages: {
    label: 'Stages',
    Component: later(async () => (await import('../components/panels/StagePanel.tsx')).StagePanel),
  },
  equations: {
    label: 'Equations',
    Component: later(async () => (await import('../components/panels/EquationsPanel.tsx')).EquationsPanel),
  },
  inspector: {
    label: 'One number',
    Component: later(async () => (await import('../components/panels/InspectorPanel.tsx')).InspectorPanel),
  },
  timeline: {
    label: 'Timeline',
    Component: later(async () => (await import('../components/panels/TimelinePanel.tsx')).TimelinePanel),
  },
  prediction: {
    label: 'Answers',
    Component: later(async () => (await import('../components/prediction/PredictionPanel.tsx')).PredictionPanel),
  },
  input: {
    label: 'Input',
    Component: later(async () => (await import('../components/input/InputPanel.tsx')).InputPanel),
  },
  parameters: {
    label: 'Parameters',
    Component: later(async () => (await import('../components/parameters/ParameterPanel.tsx')).ParameterPanel),
  },
};

/** The parts left when these are hidden, in the order in which they stand. */
export function shownParts(hidden: readonly Part[]) {
  return everyPart.filter((part) => !hidden.includes(part)).map((part) => ({ part, ...components[part] }));
}

/** The parts to hide so that these are shown. */
export const hiddenBeside = (shown: readonly Part[]): readonly Part[] =>
  everyPart.filter((part) => !shown.includes(part));

/** What stands in little room unless more is asked for. */
export const fewParts: readonly Part[] = ['diagram', 'transport'];
