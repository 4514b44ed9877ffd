import type { WaterDay } from "#domain/waterline.ts";

const width = 390;
const surface = 62;
const swellMax = 44;

/** A smooth line through the days: calm water, a swell for each urge, a lamp for each day with contact. */
export function WaterlinePicture(props: { readonly days: readonly WaterDay[]; readonly sentence: string }) {
  const step = width / Math.max(1, props.days.length - 1);
  const points = props.days.map((day, index) => ({
    x: index * step,
    y: surface - ((day.strength ?? 0) / 10) * swellMax,
    contact: day.contact,
    today: index === props.days.length - 1,
  }));
  const line = points
    .map((point, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M0 ${point.y}`;
      const middle = (before.x + point.x) / 2;
      return `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    })
    .join("");
  return (
    <svg
      class="waterline"
      viewBox={`0 0 ${width} 120`}
      preserveAspectRatio="none"
      role="img"
      aria-label={props.sentence}
    >
      <path class="far" d={`${line}L${width} 120L0 120Z`} />
      <path class="mid" d={`${line}L${width} 120L0 120Z`} transform="translate(0 14)" />
      <path class="near" d={`${line}L${width} 120L0 120Z`} transform="translate(0 30)" />
      <path class="surface" d={line} />
      {points
        .filter((point) => point.contact)
        .map((point) => (
          <line key={point.x} class="lamp-post" x1={point.x} y1={point.y - 1} x2={point.x} y2={point.y} />
        ))}
    </svg>
  );
}
