/** What happened: a month at a glance, the hard hours, and every entry, newest first. */
import { useState } from "preact/hooks";
import { type CalendarDay, calendarMonth } from "#domain/calendar.ts";
import { datePartsOf, today as todayOf } from "#domain/day.ts";
import { gate } from "#domain/gate.ts";
import { hardHours } from "#domain/hard-hours.ts";
import { dayStartHour, dayStartHourDefault } from "#domain/settings.ts";
import { type TimelineItem, timeline } from "#domain/timeline.ts";
import { log as words } from "#words/log.ts";
import { today as todayWords } from "#words/today.ts";
import { contactWords, topicWords } from "#words/setup.ts";
import { dayInWords, hourInWords, monthInWords, timeInWords, weekdayInWords } from "../dates.ts";
import { useView } from "../keel.ts";
import { Screen } from "../parts/screen.tsx";
import { goTo } from "../place.ts";

const pageSize = 40;

function markOf(day: CalendarDay): string {
  const parts: string[] = [words.marks[day.mark]];
  if (day.necessary) parts.push(words.marks.necessary);
  if (day.urges > 0) parts.push(words.marks.urges(day.urges));
  if (day.mood !== null) parts.push(words.marks.mood(todayWords.checkIn.moods[day.mood - 1] ?? ""));
  return parts.join(", ");
}

function Calendar() {
  const now = useView((state, moment) => datePartsOf(todayOf(moment, dayStartHour(state))));
  const [shown, setShown] = useState({ year: now.year, month: now.month });
  const weeks = useView((state, moment) => calendarMonth(state, moment, shown.year, shown.month));
  const move = (by: number): void => {
    const index = shown.year * 12 + (shown.month - 1) + by;
    setShown({ year: Math.floor(index / 12), month: (index % 12) + 1 });
  };
  const isNow = shown.year === now.year && shown.month === now.month;
  return (
    <section aria-labelledby="month">
      <div class="month-bar">
        <button type="button" class="quiet" aria-label={words.earlier} onClick={() => move(-1)}>
          ←
        </button>
        <h2 id="month" aria-live="polite">
          {monthInWords(shown.year, shown.month)}
        </h2>
        <button type="button" class="quiet" aria-label={words.later} disabled={isNow} onClick={() => move(1)}>
          →
        </button>
      </div>
      <table class="calendar">
        <caption class="sr">{words.calendar}</caption>
        <thead>
          <tr>
            {[0, 1, 2, 3, 4, 5, 6].map((index) => (
              <th key={index} scope="col" abbr={weekdayInWords(index, "long")}>
                {weekdayInWords(index, "narrow")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, place) =>
                day === null ? (
                  <td key={place} />
                ) : (
                  <td key={place} class={`day is-${day.mark}`}>
                    <span aria-hidden="true">{datePartsOf(day.day).day}</span>
                    <span class="sr">{`${dayInWords(day.day, day.day)}: ${markOf(day)}`}</span>
                    {day.urges > 0 && <span class="swell" aria-hidden="true" />}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HardHours() {
  const view = useView(hardHours);
  const [hardest] = view.hardest;
  return (
    <section class="hard" aria-labelledby="hard">
      <h2 id="hard">{words.hard.title}</h2>
      <p class={hardest === undefined ? "note" : ""}>
        {hardest === undefined
          ? words.hard.few
          : words.hard.sentence(
              weekdayInWords(hardest.weekday, "long"),
              hourInWords(hardest.hour),
              hourInWords((hardest.hour + 1) % 24),
            )}
      </p>
      {hardest !== undefined && <HeatMap counts={view.counts} />}
    </section>
  );
}

const bandHours = 3;
const heatLevels = 4;

/** Weekdays across, the hours of a day down, from four in the morning to the deep of the night. */
function HeatMap(props: { readonly counts: readonly (readonly number[])[] }) {
  const bands = Array.from({ length: 24 / bandHours }, (_, band) => (dayStartHourDefault + band * bandHours) % 24);
  const timesIn = (weekday: number, from: number): number =>
    Array.from({ length: bandHours }, (_, hour) => props.counts[weekday]?.[(from + hour) % 24] ?? 0).reduce(
      (sum, times) => sum + times,
      0,
    );
  const most = Math.max(1, ...bands.flatMap((from) => props.counts.map((_, weekday) => timesIn(weekday, from))));
  return (
    <table class="heat">
      <caption class="sr">{words.hard.table}</caption>
      <thead>
        <tr>
          <td />
          {props.counts.map((_, weekday) => (
            <th key={weekday} scope="col" abbr={weekdayInWords(weekday, "long")}>
              {weekdayInWords(weekday, "narrow")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bands.map((from) => (
          <tr key={from}>
            <th scope="row">{hourInWords(from)}</th>
            {props.counts.map((_, weekday) => {
              const times = timesIn(weekday, from);
              return (
                <td key={weekday} class={`heat-${Math.ceil((heatLevels * times) / most)}`}>
                  <span class="sr">{times}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const glimpseLetters = 160;

export function lineOf(item: TimelineItem): { readonly title: string; readonly detail: string } {
  switch (item.kind) {
    case "slip":
      return { title: words.kinds.slip, detail: contactWords[item.contact] };
    case "necessary":
      return { title: words.kinds.necessary, detail: topicWords[item.topic] };
    case "check-in":
      return { title: todayWords.checkIn.moods[item.mood - 1] ?? "", detail: item.note };
    case "urge": {
      const first = item.ratings[0]?.strength;
      const last = item.ratings.at(-1)?.strength;
      const parts = [
        first === undefined || last === undefined ? "" : words.strength(first, last),
        item.outcome === null ? "" : words.outcome[item.outcome],
      ];
      return { title: words.kinds.urge, detail: parts.filter((part) => part !== "").join(" · ") };
    }
    case "plan":
      return { title: words.kinds.plan, detail: `${words.entry.if} ${item.when}, ${words.entry.then} ${item.then}` };
    case "beginning":
      return { title: words.kinds.beginning, detail: "" };
    case "parked":
      return { title: words.kinds.parked, detail: item.text };
  }
}

/** A list shows where a text begins; the entry has all of it, also when that is a million letters. */
const glimpse = (text: string): string => (text.length <= glimpseLetters ? text : `${text.slice(0, glimpseLetters)}…`);

export function Log() {
  const [limit, setLimit] = useState(pageSize);
  const page = useView((state) => timeline(state, { limit }));
  const gates = useView(gate);
  const today = useView((state, now) => todayOf(now, dayStartHour(state)));
  return (
    <Screen title={words.title} back={false}>
      {gates.showRun && <Calendar />}
      <HardHours />
      {page.days.length === 0 && <p class="note">{words.empty}</p>}
      {page.days.map(({ day, items }) => (
        <section key={day} class="log-day" aria-label={dayInWords(day, today)}>
          <h2>{dayInWords(day, today)}</h2>
          <ul>
            {items.map((item) => {
              const { title, detail } = lineOf(item);
              return (
                <li key={item.id}>
                  <button type="button" class={`row log-${item.kind}`} onClick={() => goTo("entry", item.id)}>
                    <span class="log-time">{timeInWords(item)}</span>
                    <span class="log-line">
                      <span>{title}</span>
                      {detail !== "" && <span class="note clip">{glimpse(detail)}</span>}
                    </span>
                    {item.corrected && <span class="note">{words.corrected}</span>}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {page.more && (
        <button type="button" class="second" onClick={() => setLimit(limit + pageSize)}>
          {words.more}
        </button>
      )}
    </Screen>
  );
}
