import { type ComponentType, lazy } from 'react';
import type { Part } from '../store/state.ts';
import { Transport } from './controls/Transport.tsx';
import { Diagram } from './diagram/Diagram.tsx';

interface PartInfo {
  readonly label: string;
  /** Pixels that it takes in a frame of 700 pixels of width; of the input, what is seen without scrolling. */
  readonly height: number;
  readonly Component: ComponentType;
}

const deferred = (load: () => Promise<ComponentType>): ComponentType => lazy(async () => ({ default: await load() }));

/**
 * The parts that a page, a frame and the React component can show or leave out. The few parts of a frame come at once, also from
 * a server; every other part when it is asked for.
 */
export const partTable: Readonly<Record<Part, PartInfo>> = {
  cell: {
    label: 'Cell and options',
    height: 50,
    Component: deferred(async () => (await import('./controls/CellPanel.tsx')).CellPanel),
  },
  diagram: { label: 'Diagram', height: 400, Component: Diagram },
  transport: {
    label: 'Stepping',
    height: 80,
    Component: Transport,
  },
  stages: {
    label: 'Stages',
    height: 160,
    Component: deferred(async () => (await import('./beside.ts')).StagePanel),
  },
  equations: {
    label: 'Equations',
    height: 420,
    Component: deferred(async () => (await import('./beside.ts')).EquationsPanel),
  },
  inspector: {
    label: 'Arithmetic',
    height: 250,
    Component: deferred(async () => (await import('./beside.ts')).InspectorPanel),
  },
  timeline: {
    label: 'Timeline',
    height: 570,
    Component: deferred(async () => (await import('./beside.ts')).TimelinePanel),
  },
  prediction: {
    label: 'Answers',
    height: 130,
    Component: deferred(async () => (await import('./beside.ts')).PredictionPanel),
  },
  input: {
    label: 'Input',
    height: 600,
    Component: deferred(async () => (await import('./input/InputPanel.tsx')).InputPanel),
  },
  parameters: {
    label: 'Parameters',
    height: 650,
    Component: deferred(async () => (await import('./parameters/ParameterPanel.tsx')).ParameterPanel),
  },
};
