import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import '../../../src/theme/theme.css';
import '../../../src/components/sequence/tokenStrip.css';

test('the tokens fade at the edges beyond which there are more, and at none once all fit', async () => {
  await render(
    <div className="gatescope" data-theme="light">
      <section className="token-strip-scroll" style={{ width: 300 }}>
        <div style={{ height: 36 }} />
      </section>
    </div>,
  );
  const strip = document.querySelector('.token-strip-scroll') as HTMLElement;
  const [content] = strip.children as HTMLCollectionOf<HTMLElement>;
  const fades = (): boolean[] =>
    ['--before', '--after'].map((edge) => getComputedStyle(strip).getPropertyValue(edge) === 'transparent');
  await expect.poll(fades).toEqual([false, false]);
  content.style.width = '2000px';
  await expect.poll(fades).toEqual([false, true]);
  strip.scrollLeft = 800;
  await expect.poll(fades).toEqual([true, true]);
  strip.scrollLeft = 1700;
  await expect.poll(fades).toEqual([true, false]);
  content.style.width = '100px';
  await expect.poll(fades).toEqual([false, false]);
});
