// first, because it declares the order of the cascade layers
import '../../theme/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PageHeader } from '../PageHeader.tsx';
import { Teach } from './Teach.tsx';
import '../../theme/fonts/fonts.css';
import '../../theme/waiting.css';
import '../app.css';
import './teach.css';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <div className="gatescope" data-theme="auto">
        <PageHeader current="teach" />
        <Teach />
      </div>
    </StrictMode>,
  );
