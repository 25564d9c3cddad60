import type { ComponentType } from 'react';
import type { Part } from '../store/state.ts';
import { Transport } from './controls/Transport.tsx';
import { Diagram } from './diagram/Diagram.tsx';
import { choosing, fetched } from './fetched.tsx';

interface PartInfo {
  readonly label: string;
  readonly Component: ComponentType;
}

/**
 * The parts that a page, a frame and the React component can show or leave out. The few parts of a frame come at once, also from
 * a server; every other part when it is asked for.
 */
export const partTable: Readonly<Record<Part, PartInfo>> = {
  cell: {
    label: 'Cell and options',
    Component: choosing(async () => (await import('./controls/CellPanel.tsx')).CellPanel),
  },
  diagram: { label: 'Diagram', Component: Diagram },
  transport: {
    label: 'Stepping',
    Component: Transport,
  },
  stages: {
    label: 'Stages',
    Component: fetched(async () => (await import('./beside.ts')).StagePanel),
  },
  equations: {
    label: 'Equations',
    Component: fetched(async () => (await import('./beside.ts')).EquationsPanel),
  },
  inspector: {
    label: 'Arithmetic',
    Component: fetched(async () => (await import('./beside.ts')).InspectorPanel),
  },
  timeline: {
    label: 'Timeline',
    Component: fetched(async () => (await import('./beside.ts')).TimelinePanel),
  },
  prediction: {
    label: 'Answers',
    Component: fetched(async () => (await import('./beside.ts')).PredictionPanel),
  },
  input: {
    label: 'Input',
    Component: choosing(async () => (await import('./input/InputPanel.tsx')).InputPanel),
  },
  parameters: {
    label: 'Parameters',
    Component: choosing(async () => (await import('./parameters/ParameterPanel.tsx')).ParameterPanel),
  },
};
