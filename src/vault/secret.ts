/**
 * The vault secret: 16 random bytes, shown as 12 words. The words are BIP39's list and checksum over the bytes themselves;
 * BIP39's own stretching is not used, because the bytes are already random. The list is fetched only when words are shown
 * or typed.
 */
import type { Bytes } from "./bytes.ts";

export const secretBytes = 16;
export const wordCount = 12;

const bip39 = () =>
  Promise.all([import("@scure/bip39"), import("@scure/bip39/wordlists/english.js")]).then(
    ([{ entropyToMnemonic, mnemonicToEntropy }, { wordlist }]) => ({
      entropyToMnemonic,
      mnemonicToEntropy,
      wordlist,
    }),
  );

export async function writeWords(secret: Uint8Array): Promise<readonly string[]> {
  const { entropyToMnemonic, wordlist } = await bip39();
  return entropyToMnemonic(secret, wordlist).split(" ");
}

export type ReadWords =
  | { readonly ok: true; readonly secret: Bytes; readonly words: readonly string[] }
  | { readonly ok: false; readonly why: "count"; readonly count: number }
  | { readonly ok: false; readonly why: "not-a-word"; readonly index: number }
  /** Twelve real words that do not belong together. */
  | { readonly ok: false; readonly why: "checksum" };

/** Any case, any spaces; the first four letters of a word are enough. */
export async function readWords(text: string): Promise<ReadWords> {
  const { mnemonicToEntropy, wordlist } = await bip39();
  const typed = text
    .normalize("NFKD")
    .toLowerCase()
    .split(/[\s,.;]+/)
    .filter((word) => word !== "");
  if (typed.length !== wordCount) return { ok: false, why: "count", count: typed.length };
  const words: string[] = [];
  for (const [index, word] of typed.entries()) {
    const found = wordlist.includes(word)
      ? word
      : word.length >= 4
        ? wordlist.find((candidate) => candidate.slice(0, 4) === word.slice(0, 4))
        : undefined;
    if (found === undefined) return { ok: false, why: "not-a-word", index };
    words.push(found);
  }
  try {
    return { ok: true, secret: new Uint8Array(mnemonicToEntropy(words.join(" "), wordlist)), words };
  } catch {
    return { ok: false, why: "checksum" };
  }
}
