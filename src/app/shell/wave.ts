/**
 * The sea behind an urge. The water rises with a breath in and sinks with a breath out; its swell is the strength the
 * person last gave; the lamp crosses the sky while they wait. With reduced motion it is drawn still, and redrawn when
 * something changed.
 */

export interface Sea {
  /** 0 to 1: how full the breath is. */
  readonly level: number;
  /** 0 to 10. */
  readonly strength: number;
  /** 0 to 1 along the sky, null for no lamp. */
  readonly lamp: number | null;
}

const layers = [
  { height: 0.06, length: 1.35, speed: 0.21, swell: 0.55, colour: "--sea-far" },
  { height: 0.02, length: 1.0, speed: 0.33, swell: 0.8, colour: "--sea-mid" },
  { height: -0.035, length: 0.72, speed: 0.5, swell: 1, colour: "--sea-near" },
] as const;

export function drawSea(canvas: HTMLCanvasElement, sea: Sea, timeMs: number): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const scale = Math.min(2, globalThis.devicePixelRatio || 1);
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (width === 0 || height === 0) return;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name);
  const surface = height * (0.62 - 0.16 * sea.level);
  const seconds = timeMs / 1000;

  if (sea.lamp !== null) {
    // Between the two buttons at the top, where no words are.
    const x = width / 2 + Math.min(width * 0.16, 120) * (2 * sea.lamp - 1);
    const y = 44 - 10 * Math.sin(Math.PI * sea.lamp);
    const glow = context.createRadialGradient(x, y, 4, x, y, 90);
    glow.addColorStop(0, colour("--lamp-glow"));
    glow.addColorStop(1, "transparent");
    context.fillStyle = glow;
    context.fillRect(x - 90, y - 90, 180, 180);
    context.fillStyle = colour("--lamp");
    context.beginPath();
    context.arc(x, y, 11, 0, 2 * Math.PI);
    context.fill();
  }

  for (const layer of layers) {
    const swell = (4 + 2.4 * sea.strength) * layer.swell;
    const length = Math.max(320, width * 0.8) * layer.length;
    const base = surface - height * layer.height;
    context.fillStyle = colour(layer.colour);
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= width + 8; x += 8) {
      const turn = (2 * Math.PI * x) / length;
      const y =
        base +
        swell * Math.sin(turn + seconds * layer.speed * 2) +
        swell * 0.4 * Math.sin(2.3 * turn - seconds * layer.speed);
      context.lineTo(x, y);
    }
    context.lineTo(width, height);
    context.fill();
  }
}
