import type { Outcome, Place, Trigger } from "#domain/event.ts";
import type { BreathPart } from "#domain/breath.ts";
import type { UrgePanel } from "#domain/urge-session.ts";

/** How triggers and places are said everywhere: here, in the check-in, in a slip, in the log. */
export const triggerWords: Readonly<Record<Trigger, string>> = {
  lonely: "Lonely",
  "cant-sleep": "Can't sleep",
  bored: "Bored",
  drinking: "Drinking",
  "saw-them": "Saw them",
  "a-memory": "A memory",
  "they-wrote": "They wrote",
  "special-date": "A special date",
  angry: "Angry",
  "good-news": "Good news to tell",
  question: "A question",
  habit: "Habit",
};

export const placeWords: Readonly<Record<Place, string>> = {
  home: "At home",
  bed: "In bed",
  out: "Out",
  work: "At work",
  travel: "On the way",
};

export const urge = {
  label: "Riding out an urge",
  back: "Back",
  notNow: "I won't send it now",
  goOn: "Go on",
  skip: "Skip",

  breathe: {
    title: "You don't have to decide anything yet.",
    cue: { in: "Breathe in", sip: "A little more", out: "Slowly out", rest: "Rest" } satisfies Record<
      BreathPart,
      string
    >,
    still: "Breathe in for four. Out for six. Do it again.",
  },
  rate: {
    title: "How strong is the pull?",
    lead: "0 is quiet. 10 is all you can think about.",
    name: (strength: number) => `${strength} of 10`,
  },
  body: {
    title: "Let your body go first.",
    lead: "In through your nose. One more sip of air. Then a long, slow breath out.",
    count: (done: number, all: number) => `${done} of ${all}`,
    next: "That's enough",
  },
  hold: {
    title: "Let's wait a little.",
    over: "You waited.",
    left: (time: string) => `${time} left`,
    overLead: "Take a breath. Then see how strong it is now.",
    lead: "Put the phone across the room if you can. It will count without you.",
    how: "Wait for",
    minutes: (minutes: number) => `${minutes} min`,
    morning: "Till morning",
    askAgain: "Ask me again",
    meanwhile: "While you wait",
  },
  panel: {
    write: "Write it here. It sends nothing.",
    "own-step": "Do one of my things",
    reasons: "Read my reasons",
    record: "Look at my record",
    person: "Call someone",
    name: "What set it off?",
  } satisfies Record<UrgePanel, string>,
  write: {
    title: "Say it here",
    lead: "It looks like a chat. It goes nowhere.",
    box: "Your message",
    place: "Everything you want to say…",
    note: "Nothing here can be sent. It is kept for you till morning.",
    long: "This is very long. All of it is kept.",
  },
  steps: {
    title: "One small thing",
    lead: "Pick one and do it now.",
    usual: [
      "Drink a glass of cold water",
      "Walk to another room",
      "Wash your face",
      "Put on one song and listen to the end",
      "Step outside for two minutes",
    ],
    done: "Done",
  },
  reasons: { title: "In your own words" },
  record: { title: "Your own record" },
  person: { title: "Someone to call", call: (name: string) => `Call ${name}` },
  name: { title: "What set it off?", where: "Where are you?" },
  rerate: { title: "And now?", lead: "Whatever it is, it's fine." },
  choose: {
    title: "What would you like to do?",
    fell: (from: number, to: number) => `It was ${from}. Now it is ${to}.`,
    same: (strength: number) => `Still ${strength}. That happens. You can wait some more.`,
    rose: (from: number, to: number) =>
      `It was ${from}. Now it is ${to}. Some waves come in two. You can wait some more.`,
    notSent: "Not send it",
    later: "Leave it till morning",
    moreTime: "I need more time",
    practical: "It's practical: keys, children, work",
    aboutToSend: "I'm going to send it",
    sent: "I already sent it",
  },
  tape: {
    title: "Look ahead once, then it's your choice.",
    lead: "It is nine tomorrow. They were warm, or cold, or did not answer. How is each of those for you?",
    theirNo: "They asked you to stop. Writing now would go against that. Please let this one pass.",
    notSent: "I'll leave it",
    moreTime: "Ten more minutes",
    sent: "I sent it",
  },
  close: {
    title: {
      "not-sent": "You let that one pass.",
      later: "It will keep till morning.",
      sent: "All right. It's sent.",
      practical: "Practical is fine.",
      "more-time": "Take your time.",
      left: "See you.",
    } satisfies Record<Outcome, string>,
    lead: {
      "not-sent": "That took something. What comes next can be small: water, a light off, sleep.",
      later: "If it is worth saying, it will be worth saying in daylight.",
      sent: "What you did before tonight still stands. When you are ready, we can look at it together for a minute.",
      practical: "Keep it short, friendly and about one thing. It does not count against you.",
      "more-time": "Come back whenever you like.",
      left: "Come back whenever you like.",
    } satisfies Record<Outcome, string>,
    kept: "What you wrote is kept for the morning.",
    letGo: "Let it go instead",
    gone: "Let go. It was not kept.",
    done: "Goodbye for now",
  },
  danger:
    "Afraid of them? Keeping away or staying in touch is a safety choice. Help now has people who plan this with you.",
};
