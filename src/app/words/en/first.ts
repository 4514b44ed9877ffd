/** The first screen, and what the shell says when the rest cannot be fetched. index.html carries the same words as text. */
export const first = {
  title: "Steady, for the nights after.",
  lead: "If you are about to text them, start there. The rest can wait.",
  urge: "I'm about to text them",
  start: "Start here",
  private: "No account. What you write stays on this phone.",
  opening: "Opening…",
  offline: "There is no signal to fetch the rest of Keel. The button above works without it.",
  tryAgain: "Try again",
};

export const emergency = {
  open: "Help now",
  title: "If you are in danger",
  lead: "Call your emergency number now: 112 in most of the world, 911 in North America, 999 in the UK, 000 in Australia.",
  more: "Thinking of hurting yourself? A trained person can talk with you. Find a line for your country:",
  directory: "findahelpline.com",
  shut: "Close",
};
