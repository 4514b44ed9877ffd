import type { Outcome, Verdict } from "#domain/event.ts";
import type { PhaseName } from "#domain/phase.ts";

export const today = {
  title: "Today",
  urge: "I'm about to text them",
  backToUrge: "Go back to your wait",
  run: {
    caption: (days: number) => (days === 1 ? "day without contact" : "days without contact"),
    first: "Your count begins today.",
    ofDays: (free: number, of: number) => `${free} of ${of}`,
    ofCaption: "days without contact",
    about: "About",
    now: "This run",
    last30: "Last 30 days",
    total: "All together",
    longest: "Longest run",
    noCount: "One day at a time.",
    permanent: "They asked for no contact. So this has no end date, and that is all right.",
  },
  picture: {
    name: "Your last 30 days",
    sentence: (free: number, of: number, urges: number) =>
      urges === 0
        ? `${free} of the last ${of} days without contact.`
        : `${free} of the last ${of} days without contact. The water rose on ${urges === 1 ? "1 day" : `${urges} days`}.`,
    key: "Each swell is an urge. A lamp on the water is a day with contact.",
  },
  milestone: {
    reached: (days: number) => (days === 1 ? "One day, all together." : `${days} days, all together. They stay yours.`),
  },
  verdict: {
    ask: {
      "not-sent": "Last time you waited. How does that look now?",
      later: "You left it till later. How does that look now?",
      sent: "You sent it. How does that look now?",
      practical: "You sent something practical. How does that look now?",
      "more-time": "You gave it more time. How does that look now?",
      left: "You stepped away. How does that look now?",
    } satisfies Record<Outcome, string>,
    waited: {
      glad: "Glad I waited",
      regret: "Wish I had sent it",
      mixed: "Mixed",
      open: "Can't say yet",
    } satisfies Record<Verdict, string>,
    sent: {
      glad: "Glad I sent it",
      regret: "Wish I hadn't",
      mixed: "Mixed",
      open: "Can't say yet",
    } satisfies Record<Verdict, string>,
    thanks: "Noted. It will speak for you next time.",
  },
  parked: {
    title: "You wrote this, and kept it here",
    keep: "Keep it",
    letGo: "Let it go",
    sure: "Gone for good?",
    gone: "Let go.",
    kept: "Kept. You find it in the log.",
  },
  checkIn: {
    title: "How is it right now?",
    moods: ["Very low", "Low", "So-so", "All right", "Good"],
    feelings: "What is in it?",
    triggers: "Anything set it off?",
    note: "A line about it",
    done: "Noted.",
    again: "Add another",
    last: (mood: string) => `Today so far: ${mood.toLowerCase()}.`,
  },
  contact: "There was contact",
  plan: {
    title: "Your next 24 hours",
    lead: "The day after contact is when a little help does most.",
    none: "Make a plan for tonight",
    if: "If",
    then: "then",
    back: (days: number) => (days === 1 ? "1 day since then." : `${days} days since then.`),
  },
  phase: {
    day: {
      breakup: (day: number) => `Day ${day} since it ended`,
      contact: (day: number) => `Day ${day} since you were last in touch`,
    },
    names: { storm: "Storm", waves: "Waves", rebuild: "Rebuild", integrate: "Settling" } satisfies Record<
      PhaseName,
      string
    >,
    usual: {
      storm: "The first weeks swing the most. That is usual, and says nothing about your strength.",
      waves: "Good days, then dips. A dip is not the way back to the start.",
      rebuild: "The pull is often quieter now. There is room to ask who you are without them.",
      integrate:
        "Most people have found their footing about a year on. A small tie can stay for longer, and that is fine.",
    } satisfies Record<PhaseName, string>,
    helpsTitle: "What helps now",
    helps: {
      storm: "Make one plan for the hard hour. If it is late and I open our chat, then the phone goes in the kitchen.",
      waves: "Mute or hide their profile. On days people check, they tend to feel worse that day and the next.",
      rebuild: "Once a week, write three lines: who am I without them?",
      integrate: "Do one thing this week that is only yours.",
    } satisfies Record<PhaseName, string>,
    grade: {
      storm: "Good evidence for plans like this. None of it is about exes.",
      waves: "Some evidence, from several studies.",
      rebuild: "Some evidence, from one good study.",
      integrate: "Some evidence. The step itself is our idea.",
    } satisfies Record<PhaseName, string>,
  },
  start: {
    title: "Your log is open",
    lead: "Tell Keel when you were last in touch, and it can count for you.",
    go: "Set the date",
  },
};

/** The person's own record as sentences. Only their numbers, and only from the third session on. */
export const record = {
  eased: (count: number, of: number, minutes: number) =>
    count === of
      ? `Your last ${of} urges eased within ${minutes} minutes.`
      : `${count} of your last ${of} urges eased within ${minutes} minutes.`,
  median: (minutes: number, fastest: number, slowest: number) =>
    fastest === slowest
      ? `Yours usually ease after ${minutes} minutes.`
      : `Yours usually ease after ${minutes} minutes. The quickest took ${fastest}, the slowest ${slowest}.`,
  sent: (sent: number, regret: number) =>
    sent === 1
      ? `You sent one${regret === 1 ? ", and wished by morning that you hadn't" : ""}.`
      : `You sent ${sent}${regret === 0 ? "" : `, and by morning wished you hadn't for ${regret}`}.`,
  glad: (glad: number, waited: number) =>
    `You waited ${waited === 1 ? "once" : `${waited} times`} and were glad in the morning ${glad === 1 ? "once" : `${glad} times`}.`,
};
