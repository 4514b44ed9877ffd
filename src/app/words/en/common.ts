export const common = {
  save: "Save",
  skip: "Skip",
  back: "Back",
  done: "Done",
  next: "Go on",
  cancel: "Not now",
  undo: "Undo",
  remove: "Remove",
  add: "Add",
  yes: "Yes",
  no: "No",
  close: "Close",
  optional: "If you like",
  today: "Today",
  yesterday: "Yesterday",
  saved: "Saved on this phone.",
  undone: "Taken back.",
  tabs: { label: "Keel", today: "Today", log: "Log", settings: "Settings" },
  help: "Help now",
  days: (n: number) => (n === 1 ? "1 day" : `${n} days`),
  about: (what: string) => `about ${what}`,
};

/** What can go wrong while saving: what happened, what is safe, what to do. */
export const trouble = {
  full: "This phone is out of space, so that was not saved. Your words are still here. Free some space, then save again.",
  tooLong: "That is too long to save in one piece. Your words are still here. Split them in two, then save again.",
  unwritable: "The phone would not save that. Your words are still here. Try again, or copy them somewhere first.",
  damaged: (n: number) =>
    n === 1
      ? "One entry could not be read. It is kept as it is, and all the rest is fine."
      : `${n} entries could not be read. They are kept as they are, and all the rest is fine.`,
  newer: "Some entries were made by a newer Keel. They are kept safe. Update to see them.",
  clock:
    "This phone's clock looks wrong: your last entry is dated later than now. Set the date, and the counts will be right.",
  update: "A new version is ready.",
  updateNow: "Use it",
  evicted: {
    title: "Your entries are not here any more",
    lead: "Keel was used in this browser, but its storage is now empty. Some browsers clear it to save space.",
    restore: "Restore from a backup file",
    fresh: "Begin again, empty",
  },
  locked: {
    title: "This was locked by a newer Keel",
    lead: "Your entries are safe. This version cannot open the lock. Load the newest Keel, then open it again.",
  },
  newerStore: {
    title: "A newer Keel has been here",
    lead: "Your entries are safe. This older version cannot read them. Close other Keel tabs and load this page again.",
  },
  unreadable: {
    title: "Keel cannot open its storage",
    lead: "Nothing was deleted. The browser may be in a private window, or its storage may be damaged. Close Keel and open it once more.",
    restore: "Restore from a backup file",
  },
  noStorage: {
    title: "This browser will not keep anything",
    lead: "Private windows often block storage. You can ride out an urge here, but nothing will be saved. Open Keel in a normal window to keep a log.",
  },
  noRoom: {
    title: "This phone is out of space",
    lead: "Keel has no room for a first entry. You can ride out an urge all the same. Free some space, then try again.",
  },
  noSignal: "There is no signal to fetch this screen. Your entries are safe. Try again when you are online.",
  again: "Try again",
};
