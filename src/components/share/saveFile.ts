/** Hands a file to the reader under this name. */
export function saveFile(name: string, content: Blob | string, type = 'application/json'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the download reads the address after the click has returned
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
