import type { Feeling } from "#domain/event.ts";

export const feelingWords: Readonly<Record<Feeling, string>> = {
  sad: "Sad",
  lonely: "Lonely",
  angry: "Angry",
  anxious: "Anxious",
  numb: "Numb",
  guilty: "Guilty",
  jealous: "Jealous",
  ashamed: "Ashamed",
  tired: "Tired",
  calm: "Calm",
  relieved: "Relieved",
  hopeful: "Hopeful",
  proud: "Proud",
  grateful: "Grateful",
};
