/** Hands a text to the browser as a file of a name and a media type. */
export const saveFile = (name: string, text: string, type: string): void =>
  saveBlob(name, new Blob([text], { type }));

/** Hands to the browser as a file what is one already. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
