import { expect, test } from "vitest";
import { checkedOn, countries, dialOf, guessRegion, helpFor } from "./crisis-lines.ts";

const anyone = { danger: false, minor: false };
const numbers = (region: string | null, who = anyone) => helpFor(region, who).lines.map((line) => line.number);

test("every number was looked at in the last 180 days: renew the rows and `checkedOn` when this turns red", () => {
  const days = (Date.now() - Date.parse(checkedOn)) / 86_400_000;
  expect(days).toBeLessThan(180);
});

test("every country has an emergency number that a phone can dial, and it comes first", () => {
  expect(countries.length).toBeGreaterThan(45);
  for (const region of countries) {
    const view = helpFor(region, anyone);
    expect(view.emergency.length, region).toBeGreaterThan(0);
    for (const number of view.emergency) expect(number, region).toMatch(/^\d{2,5}$/);
    for (const line of view.lines) {
      if (line.number !== "") expect(dialOf(line.number), `${region} ${line.name}`).toMatch(/^[*#]?\d{3,13}$/);
      else expect(line.text, `${region} ${line.name}`).toBeDefined();
    }
    expect(new Set(view.lines.map((line) => `${line.number}${line.text?.to ?? ""}`)).size).toBe(view.lines.length);
  }
});

test.each([
  ["US", "911", ["988", "1-800-799-7233"]],
  ["GB", "999", ["116 123", "0808 2000 247"]],
  ["AU", "000", ["13 11 14", "1800 737 732"]],
  ["DE", "112", ["0800 111 0 111", "116 016"]],
  ["FR", "112", ["3114", "3919"]],
  ["IN", "112", ["14416", "181"]],
  ["JP", "119", ["0120-279-338", "0120-279-889"]],
  ["BR", "190", ["188", "180"]],
])("%s shows its own lines", (region, emergency, wanted) => {
  expect(helpFor(region, anyone).emergency[0]).toBe(emergency);
  expect(numbers(region)).toEqual(expect.arrayContaining(wanted));
});

test("a number nobody confirmed says so, and one that was only planned is not shown at all", () => {
  expect(helpFor("ES", anyone).lines.find((line) => line.number === "016")?.certainty).toBe("unconfirmed");
  expect(numbers("CH")).not.toContain("142");
});

test("someone in danger sees partner violence lines first, someone under 18 sees lines for the young first", () => {
  expect(helpFor("GB", { danger: true, minor: false }).lines[0]?.group).toBe("violence");
  expect(helpFor("GB", { danger: false, minor: true }).lines[0]?.group).toBe("young");
  expect(helpFor("GB", anyone).lines[0]?.group).toBe("crisis");
});

test("a country without a row gets 112 and no invented line", () => {
  expect(helpFor("ZZ", anyone)).toEqual({ country: null, emergency: ["112"], lines: [] });
  expect(helpFor("toString", anyone).country).toBe(null);
});

test("the clock decides the country, and an American keyboard alone does not", () => {
  expect(guessRegion("Europe/Berlin", ["en-US"])).toBe("DE");
  expect(guessRegion("Australia/Perth", ["en-US"])).toBe("AU");
  expect(guessRegion("Antarctica/Troll", ["nb-NO"])).toBe(null);
  expect(guessRegion("UTC", ["en-US"])).toBe(null);
  expect(guessRegion("UTC", ["en", "pt-BR"])).toBe("BR");
});
