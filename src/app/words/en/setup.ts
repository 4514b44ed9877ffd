import type { ContactKind, SafetyQuestion, Topic } from "#domain/event.ts";

export const contactWords: Readonly<Record<ContactKind, string>> = {
  texting: "Texting",
  calling: "Calling",
  meeting: "Meeting",
  looking: "Looking at their profile",
  "through-others": "Asking through others",
};

export const topicWords: Readonly<Record<Topic, string>> = {
  children: "Children",
  home: "Home",
  work: "Work",
  money: "Money",
  belongings: "Things to hand over",
  legal: "Legal",
  other: "Something else",
};

export const setup = {
  read: {
    title: "Before you write anything",
    lines: [
      "Nobody at Keel can read what you write: it is sealed on this phone, and there is no account.",
      "Someone who can unlock this phone can open Keel, just like your photos.",
      "If that person could be dangerous to you, use a phone they cannot get to.",
    ],
    next: "I understand",
    restore: "I have a backup file",
  },
  contact: {
    title: "When were you last in touch?",
    lead: "Roughly is fine. Looking at their profile counts too, unless you decide otherwise.",
  },
  ended: {
    title: "When did it end?",
    lead: "This only helps Keel say what is usual for now.",
  },
  guesses: {
    today: "Today",
    yesterday: "Yesterday",
    days: "A few days ago",
    week: "About a week ago",
    month: "About a month ago",
    longer: "Longer ago",
    pick: "Pick a day",
    unknown: "I'm not sure",
  },
  date: "The day",
  safety: {
    title: "Is any of this true?",
    lead: "It changes what Keel suggests. Only you see it, and you can change it in Settings.",
    none: "None of these",
    done: "Go on",
  },
};

export const safetyWords: Readonly<Record<SafetyQuestion, { ask: string; then: string }>> = {
  afraid: {
    ask: "I'm afraid of them",
    then: "Then staying safe comes first. Keel shows no day count. Help now lists people who plan this with you. Going silent or blocking is for you and them to decide.",
  },
  "told-to-stop": {
    ask: "They asked me to stop contacting them",
    then: "Then the kind thing is to stop, for good. Keel will help you with the pull, and will not help with a message.",
  },
  "under-18": {
    ask: "I'm under 18",
    then: "Keel was made for adults. The urge screen is yours all the same. Please tell an adult you trust. Help now lists lines for young people first.",
  },
};
