import { useState } from 'react';
import { Diagram } from '../components/diagram/Diagram.tsx';
import { GatescopeProvider, useGatescope } from '../store/context.tsx';
import { createGatescope } from '../store/gatescope.ts';
import type { Part } from '../store/state.ts';
import { EquationsPanel } from './panels/EquationsPanel.tsx';
import { InspectorPanel } from './panels/InspectorPanel.tsx';
import { StagePanel } from './panels/StagePanel.tsx';
import { Announcer, TablePanel } from './panels/TablePanel.tsx';
import '../theme/theme.css';
import '../theme/fonts/fonts.css';
import './app.css';

/** The page: one instance and everything around it. */
export function App() {
  const [gatescope] = useState(() => createGatescope());
  return (
    <GatescopeProvider gatescope={gatescope}>
      <Page />
    </GatescopeProvider>
  );
}

function Page() {
  const theme = useGatescope((state) => state.view.theme);
  const hidden = useGatescope((state) => state.view.hidden);
  const shown = (part: Part): boolean => !hidden.includes(part);
  return (
    <div className="gatescope" data-theme={theme}>
      <main className="page">
        <div className="column">
          {shown('diagram') && (
            <section className="card stage-area" aria-label="Diagram">
              <Diagram />
            </section>
          )}
        </div>
        <div className="column side">
          {shown('stages') && (
            <section className="card">
              <StagePanel />
            </section>
          )}
          {shown('inspector') && (
            <section className="card">
              <InspectorPanel />
            </section>
          )}
          {shown('equations') && (
            <section className="card">
              <EquationsPanel />
            </section>
          )}
          <details className="card">
            <summary>All values of this timestep as a table</summary>
            <TablePanel />
          </details>
        </div>
      </main>
      <Announcer />
    </div>
  );
}
