/**
 * Numbers for the worst hour, by country. Checked data: every row says where it comes from, when it was looked at, and how
 * sure it is. `unconfirmed` numbers are never shown as facts: the view marks them, and findahelpline.com stands beside
 * them. A test turns red when a row is older than 180 days; CONTRIBUTING.md says how to renew one.
 */

/** `confirmed`: read on the service's own site. `listed`: seen in one list. `unconfirmed`: from memory, check first. */
export type Certainty = "confirmed" | "listed" | "unconfirmed";

export interface Line {
  readonly name: string;
  /** As it is written for people. */
  readonly number: string;
  /** Where it can be reached by message. */
  readonly text?: { readonly to: string; readonly word: string | null };
  readonly certainty: Certainty;
}

export interface CountryLines {
  /** Tried in this order. */
  readonly emergency: readonly string[];
  readonly crisis: readonly Line[];
  readonly violence: readonly Line[];
  readonly young: readonly Line[];
}

export const checkedOn = "2026-11-20";
export const source = "Keel's own review of the services' sites and public lists, November 2026";
export const directory = "https://findahelpline.com";

const letters = { C: "confirmed", P: "listed", M: "unconfirmed" } as const;

const line = (certainty: keyof typeof letters, name: string, number: string, text?: Line["text"]): Line =>
  text === undefined
    ? { name, number, certainty: letters[certainty] }
    : { name, number, text, certainty: letters[certainty] };

const crisisLine = "Crisis line";
const violenceLine = "Partner violence line";
const youngLine = "Child helpline";

const country = (
  emergency: string,
  crisis: readonly Line[],
  violence: readonly Line[],
  young: readonly Line[] = [],
): CountryLines => ({ emergency: emergency.split(" "), crisis, violence, young });

const lines: Readonly<Record<string, CountryLines>> = {
  US: country(
    "911",
    [line("C", "988 Lifeline", "988", { to: "988", word: null })],
    [line("C", "Domestic Violence Hotline", "1-800-799-7233", { to: "88788", word: "START" })],
    [line("M", "Childhelp", "1-800-422-4453")],
  ),
  CA: country("911", [line("C", "Suicide Crisis Helpline", "988", { to: "988", word: null })], []),
  GB: country(
    "999 112",
    [line("P", "Samaritans", "116 123"), line("P", "Shout", "", { to: "85258", word: "SHOUT" })],
    [line("C", "Domestic Abuse Helpline", "0808 2000 247"), line("C", "Men's Advice Line", "0808 801 0327")],
    [line("M", "Childline", "0800 1111")],
  ),
  IE: country(
    "112 999",
    [line("M", "Samaritans", "116 123")],
    [line("C", "Women's Aid", "1800 341 900"), line("C", "Men's Aid", "1800 816 588")],
    [line("M", youngLine, "116 111")],
  ),
  AU: country(
    "000",
    [line("C", "Lifeline", "13 11 14")],
    [line("C", "1800RESPECT", "1800 737 732")],
    [line("M", "Kids Helpline", "1800 55 1800")],
  ),
  NZ: country(
    "111",
    [line("M", "Need to talk?", "1737", { to: "1737", word: null })],
    [line("M", violenceLine, "0800 733 843"), line("M", violenceLine, "0800 456 450")],
  ),
  ZA: country("112 10111", [line("C", "SADAG", "0800 567 567")], [line("M", "GBV Command Centre", "0800 428 428")]),
  IN: country(
    "112",
    [line("C", "Tele-MANAS", "14416")],
    [line("P", "Women Helpline", "181")],
    [line("M", "Childline", "1098")],
  ),
  DE: country(
    "112 110",
    [line("C", "TelefonSeelsorge", "0800 111 0 111"), line("C", "TelefonSeelsorge", "0800 111 0 222")],
    [line("C", "Hilfetelefon", "116 016")],
    [line("M", youngLine, "116 111")],
  ),
  AT: country("112 133", [line("C", "Telefonseelsorge", "142")], [line("C", "Frauenhelpline", "0800 222 555")]),
  CH: country("112 117 144", [line("P", "Die Dargebotene Hand", "143")], []),
  FR: country("112 15 17", [line("C", "Prévention du suicide", "3114")], [line("C", "Violences Femmes Info", "3919")]),
  BE: country(
    "112 101",
    [
      line("C", "Zelfmoordlijn", "1813"),
      line("C", "Centre de Prévention du Suicide", "0800 32 123"),
      line("C", "Community Help Service (English)", "02 648 40 14"),
    ],
    [line("C", "Écoute Violences Conjugales", "0800 30 030"), line("M", "1712", "1712")],
  ),
  NL: country(
    "112",
    [line("C", "113", "113"), line("C", "113", "0800-0113")],
    [line("M", "Veilig Thuis", "0800-2000")],
  ),
  LU: country("112 113", [line("M", "SOS Détresse", "454545")], [line("M", violenceLine, "2060 1060")]),
  ES: country("112", [line("C", "Línea 024", "024")], [line("M", "016", "016")]),
  PT: country(
    "112",
    [line("C", "1411", "1411"), line("C", "SOS Voz Amiga", "213 544 545")],
    [line("M", violenceLine, "800 202 148"), line("P", "APAV", "116 006")],
  ),
  IT: country("112", [line("P", "Telefono Amico", "02 2327 2327")], [line("C", "1522", "1522")]),
  GR: country("112", [line("P", crisisLine, "1018")], [line("C", violenceLine, "15900")]),
  PL: country(
    "112",
    [line("C", crisisLine, "116 123"), line("C", "Centrum Wsparcia", "800 70 22 22")],
    [line("M", "Niebieska Linia", "800 120 002")],
  ),
  CZ: country("112", [line("M", crisisLine, "116 123")], [line("M", violenceLine, "116 006")]),
  HU: country("112", [line("M", crisisLine, "116 123")], [line("M", violenceLine, "06 80 20 55 20")]),
  RO: country("112", [line("M", crisisLine, "0800 801 200")], [line("M", violenceLine, "0800 500 333")]),
  DK: country("112", [line("C", "Livslinien", "70 201 201")], [line("M", "Lev Uden Vold", "1888")]),
  SE: country("112", [line("C", "Mind Självmordslinjen", "90101")], [line("M", "Kvinnofridslinjen", "020-50 50 50")]),
  NO: country("112 113", [line("M", "Mental Helse", "116 123")], [line("C", "VO-linjen", "116 006")]),
  FI: country("112", [line("P", "MIELI", "09 2525 0111")], [line("C", "Nollalinja", "080 005 005")]),
  IS: country("112", [line("P", "Hjálparsími", "1717")], []),
  EE: country("112", [line("M", crisisLine, "655 8088")], [line("M", violenceLine, "116 006")]),
  UA: country("112", [line("M", "Lifeline Ukraine", "7333")], [line("M", violenceLine, "116 123")]),
  TR: country("112", [], [line("M", violenceLine, "183")]),
  IL: country("100 101", [line("P", "ERAN", "1201")], [line("M", violenceLine, "118")]),
  JP: country(
    "119 110",
    [line("C", "Yorisoi Hotline", "0120-279-338"), line("C", "Inochi no Denwa", "0120-783-556")],
    [line("C", "DV Plus", "0120-279-889"), line("C", "DV line", "#8008")],
  ),
  KR: country("119 112", [line("C", crisisLine, "109")], [line("C", violenceLine, "1366")]),
  TW: country("119 110", [line("P", crisisLine, "1925")], [line("P", violenceLine, "113")]),
  HK: country(
    "999",
    [line("C", crisisLine, "2896 0000"), line("C", crisisLine, "2389 2222"), line("C", crisisLine, "2382 0000")],
    [line("M", violenceLine, "2522 0434")],
  ),
  SG: country(
    "995 999",
    [line("C", "SOS", "1767"), line("C", "national mindline", "1771")],
    [line("P", violenceLine, "1800 777 0000")],
  ),
  MY: country(
    "999",
    [line("M", "Befrienders", "03-7627 2929"), line("M", crisisLine, "15555")],
    [line("P", violenceLine, "15999")],
  ),
  PH: country("911", [line("P", "NCMH", "1553")], []),
  TH: country("191 1669", [line("M", crisisLine, "1323")], [line("M", violenceLine, "1300")]),
  ID: country("112 110", [], [line("M", "SAPA", "129")]),
  BR: country("190 192", [line("P", "CVV", "188")], [line("C", "Ligue 180", "180")]),
  MX: country(
    "911",
    [line("C", "SAPTEL", "55 5259 8121"), line("M", crisisLine, "800 911 2000")],
    [line("M", violenceLine, "079")],
  ),
  AR: country(
    "911",
    [line("P", crisisLine, "135"), line("P", crisisLine, "0800 345 1435")],
    [line("C", violenceLine, "144")],
  ),
  CL: country("133 131", [line("M", crisisLine, "*4141")], [line("M", violenceLine, "1455")]),
  CO: country("123", [line("M", "Bogotá", "106")], [line("M", violenceLine, "155")]),
  PE: country("105 116", [], [line("M", violenceLine, "100")]),
  KE: country("999 112", [line("M", "Befrienders", "0722 178 177")], [line("P", violenceLine, "1195")]),
  NG: country("112", [line("M", "SURPIN", "0908 021 7555")], [line("M", "Lagos", "0800 033 3333")]),
  EG: country("122 123", [line("M", crisisLine, "16328")], [line("P", violenceLine, "15115")]),
  PK: country("15 115", [line("M", "Umang", "0311 778 6264")], [line("M", violenceLine, "1099")]),
};

export const countries: readonly string[] = Object.keys(lines);

export interface HelpView {
  readonly country: string | null;
  readonly emergency: readonly string[];
  /** In the order to show them. */
  readonly lines: readonly (Line & { readonly group: "crisis" | "violence" | "young" })[];
}

/** 112 reaches an emergency service from most mobile phones, whatever the country. */
const anywhere: CountryLines = country("112", [], []);

/** Emergency first, then lines: the kind this person may need comes before the others. */
export function helpFor(region: string | null, who: { readonly danger: boolean; readonly minor: boolean }): HelpView {
  const known = region !== null && Object.hasOwn(lines, region) ? lines[region] : undefined;
  const found = known ?? anywhere;
  const groups = (["crisis", "violence", "young"] as const).toSorted((a, b) => rank(a) - rank(b));
  function rank(group: "crisis" | "violence" | "young"): number {
    if (group === "young") return who.minor ? 0 : 3;
    if (group === "violence") return who.danger ? 1 : 2;
    return who.danger ? 2 : 1;
  }
  return {
    country: known === undefined ? null : region,
    emergency: found.emergency,
    lines: groups
      .filter((group) => group !== "young" || who.minor)
      .flatMap((group) => found[group].map((each) => ({ ...each, group }))),
  };
}

/** Digits and the signs a phone dials. */
export const dialOf = (number: string): string => number.replace(/[^+\d*#]/g, "");

const zones: Readonly<Record<string, string>> = {
  "Europe/London": "GB",
  "Europe/Dublin": "IE",
  "Europe/Berlin": "DE",
  "Europe/Vienna": "AT",
  "Europe/Zurich": "CH",
  "Europe/Paris": "FR",
  "Europe/Brussels": "BE",
  "Europe/Amsterdam": "NL",
  "Europe/Luxembourg": "LU",
  "Europe/Madrid": "ES",
  "Atlantic/Canary": "ES",
  "Europe/Lisbon": "PT",
  "Europe/Rome": "IT",
  "Europe/Athens": "GR",
  "Europe/Warsaw": "PL",
  "Europe/Prague": "CZ",
  "Europe/Budapest": "HU",
  "Europe/Bucharest": "RO",
  "Europe/Copenhagen": "DK",
  "Europe/Stockholm": "SE",
  "Europe/Oslo": "NO",
  "Europe/Helsinki": "FI",
  "Atlantic/Reykjavik": "IS",
  "Europe/Tallinn": "EE",
  "Europe/Kyiv": "UA",
  "Europe/Kiev": "UA",
  "Europe/Istanbul": "TR",
  "Asia/Jerusalem": "IL",
  "Asia/Tokyo": "JP",
  "Asia/Seoul": "KR",
  "Asia/Taipei": "TW",
  "Asia/Hong_Kong": "HK",
  "Asia/Singapore": "SG",
  "Asia/Kuala_Lumpur": "MY",
  "Asia/Manila": "PH",
  "Asia/Bangkok": "TH",
  "Asia/Jakarta": "ID",
  "Asia/Kolkata": "IN",
  "Asia/Calcutta": "IN",
  "Asia/Karachi": "PK",
  "Africa/Johannesburg": "ZA",
  "Africa/Nairobi": "KE",
  "Africa/Lagos": "NG",
  "Africa/Cairo": "EG",
  "Pacific/Auckland": "NZ",
  "America/Sao_Paulo": "BR",
  "America/Mexico_City": "MX",
  "America/Argentina/Buenos_Aires": "AR",
  "America/Buenos_Aires": "AR",
  "America/Santiago": "CL",
  "America/Bogota": "CO",
  "America/Lima": "PE",
  "America/New_York": "US",
  "America/Chicago": "US",
  "America/Denver": "US",
  "America/Phoenix": "US",
  "America/Los_Angeles": "US",
  "America/Anchorage": "US",
  "Pacific/Honolulu": "US",
  "America/Toronto": "CA",
  "America/Vancouver": "CA",
  "America/Edmonton": "CA",
  "America/Winnipeg": "CA",
  "America/Halifax": "CA",
  "America/St_Johns": "CA",
};

/**
 * The country a phone is probably in. The clock goes first: its time zone follows the traveller, while en-US is the
 * language of many phones that have never been there.
 */
export function guessRegion(timeZone: string, languages: readonly string[]): string | null {
  const zone = Object.hasOwn(zones, timeZone) ? zones[timeZone] : undefined;
  if (zone !== undefined) return zone;
  if (timeZone.startsWith("Australia/")) return "AU";
  if (timeZone !== "" && timeZone !== "UTC" && !timeZone.startsWith("Etc/")) return null;
  for (const tag of languages) {
    const region = /^[a-z]{2,3}-(?:[A-Z][a-z]{3}-)?([A-Z]{2})$/.exec(tag)?.[1];
    if (region !== undefined && region !== "US" && countries.includes(region)) return region;
  }
  return null;
}
