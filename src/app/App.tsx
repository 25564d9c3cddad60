import { useState } from 'react';
import { Diagram } from '../components/diagram/Diagram.tsx';
import { GatescopeProvider } from '../store/context.tsx';
import { createGatescope } from '../store/gatescope.ts';
import '../theme/theme.css';
import '../theme/fonts/fonts.css';
import './app.css';

/** The page: one instance and everything around it. */
export function App() {
  const [gatescope] = useState(() => createGatescope());
  return (
    <GatescopeProvider gatescope={gatescope}>
      <div className="gatescope" data-theme="auto">
        <Diagram />
        <button type="button" onClick={() => gatescope.actions.step(1)}>next</button>
      </div>
    </GatescopeProvider>
  );
}
