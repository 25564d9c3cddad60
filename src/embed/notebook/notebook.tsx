import { createRoot } from 'react-dom/client';
import { addMathsFont } from '../addMathsFont.ts';
import type { WidgetModel } from './model.ts';
import { NotebookView } from './NotebookView.tsx';

/** The style sheet of an instance, which the build puts here. */
const STYLE = '__GATESCOPE_STYLE__';

interface Place {
  readonly model: WidgetModel;
  /** The element of the notebook's cell that the view goes into. */
  readonly el: HTMLElement;
}

/** Shows a model in an output cell. Returns how to remove it. */
function render({ model, el }: Place): () => void {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets = [sheet];
  void addMathsFont().catch(() => {});
  const root = createRoot(shadow);
  root.render(<NotebookView model={model} />);
  el.append(host);
  return () => {
    root.unmount();
    host.remove();
  };
}

// biome-ignore lint/style/noDefaultExport: the form asks for one
export default { render };
