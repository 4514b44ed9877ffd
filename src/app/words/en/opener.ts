export const opener = {
  title: "Open a backup",
  lead: "This page works without a network. It reads the file here, shows what is in it, and keeps nothing.",
  open: "Open it",
  save: "Save as data (JSON)",
  result: "What is in the file",
  count: (n: number) => (n === 1 ? "1 entry." : `${n} entries.`),
};
