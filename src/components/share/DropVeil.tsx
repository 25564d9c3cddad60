/** Covers the page while a file is dragged over it. */
export function DropVeil() {
  return (
    <p className="drop-veil" aria-hidden>
      Drop the file to open it
    </p>
  );
}
