/**
 * The key tree. Everything comes from the secret by HKDF-SHA-256 (RFC 5869) with salt "keel/v1" and a label of its own;
 * no key is used in two algorithms. The vault id commits to the owner's signing key, so that nobody can later put another
 * owner on a vault. Keys enter WebCrypto as non-extractable; that keeps them out of reach of a stray line of code, and is
 * no protection from someone who copies the browser's profile.
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 as hash } from "@noble/hashes/sha2.js";
import { type Bytes, joinBytes, sha256, textBytes } from "./bytes.ts";

export const vaultIdBytes = 16;
export const deviceIdBytes = 8;

const salt = textBytes("keel/v1");

export type KeyLabel = "owner-ed25519" | "event" | "checkpoint" | "draft" | "backup";

/** 32 bytes for one label, and one more part where a label has many keys (a device, a backup's salt). */
export function deriveBytes(secret: Uint8Array, label: KeyLabel, part: Uint8Array = new Uint8Array()): Bytes {
  return new Uint8Array(hkdf(hash, secret, salt, joinBytes(textBytes(label), part), 32));
}

export async function importKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** PKCS #8 wrapping of an Ed25519 seed (RFC 8410): WebCrypto takes seeds in no other form. */
const pkcs8Head = new Uint8Array([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);

/** The public half of an Ed25519 seed. Phones older than 2024 have no Ed25519: they fetch one in plain JavaScript. */
export async function ownerPublicKey(seed: Uint8Array, subtle: SubtleCrypto = crypto.subtle): Promise<Bytes> {
  try {
    const key = await subtle.importKey("pkcs8", joinBytes(pkcs8Head, seed), "Ed25519", true, ["sign"]);
    const { x } = await subtle.exportKey("jwk", key);
    const text = atob((x as string).replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  } catch {
    const { ed25519 } = await import("@noble/curves/ed25519.js");
    return new Uint8Array(ed25519.getPublicKey(seed));
  }
}

export interface VaultKeys {
  readonly secret: Bytes;
  readonly vaultId: Bytes;
  /** Seals what this device and the others append: each device has a key of its own. */
  readonly eventKey: (deviceId: Uint8Array) => Promise<CryptoKey>;
  readonly checkpoint: CryptoKey;
  readonly draft: CryptoKey;
}

export async function deriveVaultId(secret: Bytes): Promise<Bytes> {
  const owner = await ownerPublicKey(deriveBytes(secret, "owner-ed25519"));
  return sha256(joinBytes(textBytes("keel/v1/vault"), owner)).slice(0, vaultIdBytes);
}

/** All keys of a vault. `vaultId` spares the curve arithmetic where it is known already. */
export async function deriveKeys(secret: Bytes, vaultId?: Bytes): Promise<VaultKeys> {
  const eventKeys = new Map<string, Promise<CryptoKey>>();
  return {
    secret,
    vaultId: vaultId ?? (await deriveVaultId(secret)),
    eventKey(deviceId) {
      const name = deviceId.join();
      const known = eventKeys.get(name) ?? importKey(deriveBytes(secret, "event", deviceId));
      eventKeys.set(name, known);
      return known;
    },
    checkpoint: await importKey(deriveBytes(secret, "checkpoint")),
    draft: await importKey(deriveBytes(secret, "draft")),
  };
}
