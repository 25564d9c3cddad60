import { lazy } from 'react';

/**
 * The component as modules that run on a server alone see it (the condition `react-server`, where React has no state and
 * no context): a reference, behind which the component is loaded where it renders.
 */
export const GateDiagram = lazy(async () => ({ default: (await import('./GateDiagram.tsx')).GateDiagram }));
