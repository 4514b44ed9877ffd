/** Hands a file to the person through the browser's own download. Revoked late: some browsers read it after the click. */
export function saveFile(name: string, content: Uint8Array<ArrayBuffer> | string, kind: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: kind }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
