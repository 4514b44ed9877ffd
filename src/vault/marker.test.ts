import { afterEach, expect, test, vi } from "vitest";
import { browserMarker, markerName } from "./marker.ts";

afterEach(() => vi.unstubAllGlobals());

test("either storage alone remembers that a vault was here, and neither holds more than that", async () => {
  const kept = new Map<string, string>();
  const inCache = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  const caches = {
    match: async (place: string) => inCache.get(place),
    open: async () => ({ put: async (place: string) => void inCache.set(place, "1") }),
    delete: async () => inCache.delete("/known"),
  };
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("caches", caches);
  expect(await browserMarker.seen()).toBe(false);
  await browserMarker.set();
  expect([...kept]).toEqual([[markerName, "1"]]);
  kept.clear();
  expect(await browserMarker.seen()).toBe(true);
  await browserMarker.clear();
  expect(await browserMarker.seen()).toBe(false);
});

test("a browser that refuses both is a browser without a mark, not a broken app", async () => {
  vi.stubGlobal("localStorage", undefined);
  vi.stubGlobal("caches", undefined);
  await browserMarker.set();
  await browserMarker.clear();
  expect(await browserMarker.seen()).toBe(false);
});
