/** Days and moments in words, through Intl, in the language of the phone. Days are numbers since 1970 (domain/day.ts). */

const language = (): string[] => [...navigator.languages].filter((tag) => tag.startsWith("en")).concat("en-GB");

const dayMs = 86_400_000;
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language(), { ...options, timeZone: "UTC" });

const yearOf = (day: number): number => new Date(day * dayMs).getUTCFullYear();
/** The year is said when it is another than today's. */
export const dayInWords = (day: number, today: number): string =>
  format({
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(yearOf(day) === yearOf(today) ? {} : { year: "numeric" }),
  }).format(day * dayMs);
export const dayAndYear = (day: number): string =>
  format({ day: "numeric", month: "long", year: "numeric" }).format(day * dayMs);
export const monthInWords = (year: number, month: number): string =>
  format({ month: "long", year: "numeric" }).format(Date.UTC(year, month - 1, 1));
/** Monday is 0. 5 January 1970 was a Monday. */
export const weekdayInWords = (weekday: number, width: "long" | "short" | "narrow"): string =>
  format({ weekday: width }).format((4 + weekday) * dayMs);
export const timeInWords = (moment: { readonly at: number; readonly offset: number }): string =>
  format({ hour: "numeric", minute: "2-digit" }).format(moment.at + moment.offset * 60_000);
export const hourInWords = (hour: number): string =>
  format({ hour: "numeric", minute: "2-digit" }).format(hour * 3_600_000);

/** `YYYY-MM-DD`, as date inputs want it. */
export const dayToInput = (day: number): string => {
  const text = new Date(day * dayMs).toISOString();
  return text.slice(0, text.indexOf("T"));
};
/** Null for an empty or impossible date. */
export const inputToDay = (text: string): number | null => {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? null : Math.round(ms / dayMs);
};
