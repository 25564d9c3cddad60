import { generate } from 'lean-qr';
import { useMemo, useRef } from 'react';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';

/** Modules of white around the code, as the standard asks for. */
const QUIET = 4;

/** The dark modules of the code as one path, with the number of modules of a side; null for a text that is too long. */
function modulesOf(text: string): { readonly path: string; readonly size: number } | null {
  try {
    const code = generate(text);
    const { size } = code;
    const cells = Array.from({ length: size * size }, (_, k) => [k % size, Math.floor(k / size)] as const);
    const dark = cells.filter(([x, y]) => code.get(x, y));
    return { path: dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join(''), size };
  } catch {
    return null;
  }
}

/** A link as a QR code for a lecture room: black on white in every theme, on the whole screen if wanted. */
export function QrCode({ text }: { readonly text: string }) {
  const figure = useRef<HTMLElement>(null);
  const code = useMemo(() => modulesOf(text), [text]);
  if (!code)
    return (
      <Fault>
        This link is too long for a QR code: it contains a long sequence or weights of its own. Shorten the sequence,
        take an example’s weights, or save the whole view as a file.
      </Fault>
    );
  const side = code.size + 2 * QUIET;
  return (
    <figure className="qr-code" data-theme="projector" ref={figure}>
      <svg viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label="QR code of the link">
        <path d={code.path} />
      </svg>
      {document.fullscreenEnabled && (
        <Button onClick={() => void figure.current?.requestFullscreen().catch(() => {})}>Full screen</Button>
      )}
    </figure>
  );
}
