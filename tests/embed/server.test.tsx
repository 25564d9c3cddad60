import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type CellId, mainCells } from '../../src/cells/index.ts';
import { GateDiagram, type GateDiagramProps } from '../../src/embed/GateDiagram.tsx';
import { streamed } from './streamed.ts';

describe('on a server', () => {
  it.each(mainCells.map(({ id }) => id))('the HTML has the whole diagram of %s', (cell) => {
    const html = renderToString(<GateDiagram cell={cell} text="hello" timestep={3} />);
    expect(html).toContain('<svg');
    expect(html).not.toContain('role="alert"');
  });

  it('shows the moment that is asked for, by timestep and by stage', () => {
    const at = (props: GateDiagramProps): string => renderToString(<GateDiagram text="hello" {...props} />);
    expect(at({ timestep: 3 })).not.toBe(at({ timestep: 1 }));
    expect(at({ timestep: 3, stage: 'forget' })).not.toBe(at({ timestep: 3 }));
  });

  it('shows what a link says, under its own names of props, and props beside it win', () => {
    const given = renderToString(<GateDiagram cell="gru" text="hello" hiddenSize={2} timestep={3} stage="candidate" />);
    expect(renderToString(<GateDiagram cell="gru" text="hello" units={2} t={3} stage="candidate" />)).toBe(given);
    expect(renderToString(<GateDiagram link="cell=gru&text=hello&units=2&t=3&stage=candidate" />)).toBe(given);
    expect(renderToString(<GateDiagram link="cell=lstm&text=hello&units=2&t=3" cell="gru" stage="candidate" />)).toBe(
      given,
    );
    expect(renderToString(<GateDiagram link="cell=gru&text=hello&colour=red" />)).toContain('colour');
  });

  it('shows every run of a comparison with its letter and one player, as text and streamed', async () => {
    const pair = <GateDiagram link="text=hello&units=2&t=3&beside=cell=gru,units=3%26text=bye" />;
    for (const html of [renderToString(pair), await streamed(pair)]) {
      const labels = [...html.matchAll(/aria-label="(Diagram of [^"]+)"/g)].map(([, label]) => label);
      expect(labels).toEqual([
        'Diagram of the LSTM cell at timestep 3 of 5',
        'Diagram of the GRU cell at timestep 3 of 5',
        'Diagram of the LSTM cell at timestep 3 of 3',
      ]);
      expect(html.match(/class="run-letter" data-run="[ABC]"/g)).toHaveLength(3);
      expect(html.match(/<section data-part="transport"/g)).toHaveLength(1);
    }
    expect(renderToString(<GateDiagram link="text=hello&beside=preset=trained-anbn-lstm" />)).not.toContain('<svg');
  });

  it('shows the signal that a link asks about', () => {
    const at = (link: string): string => renderToString(<GateDiagram link={`text=hello&t=3${link}`} />);
    expect(at('&signal=f')).not.toBe(at(''));
    expect(at('&signal=nothing')).toContain('“nothing”');
  });

  it('streams the controls with the diagram', async () => {
    const html = await streamed(<GateDiagram text="hello" timestep={2} />);
    expect(html).toContain('<svg');
    expect(html).toMatch(/<button/);
  });

  it('says what is wrong in place of the diagram', () => {
    expect(renderToString(<GateDiagram cell={'lstn' as CellId} />)).toContain('lstn');
  });
});
