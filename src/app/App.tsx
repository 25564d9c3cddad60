import { useState } from 'react';
import { GatescopeProvider } from '../store/context.tsx';
import { createGatescope } from '../store/gatescope.ts';
import { Page } from './Page.tsx';
import '../theme/theme.css';
import '../theme/fonts/fonts.css';

/** The page: one instance and everything around it. */
export function App() {
  const [gatescope] = useState(() => createGatescope());
  return (
    <GatescopeProvider gatescope={gatescope}>
      <Page />
    </GatescopeProvider>
  );
}
