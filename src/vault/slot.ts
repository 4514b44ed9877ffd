/**
 * The lock. A device key seals the vault secret; a slot says how the device key is had. Today there is one kind, `none`:
 * the key lies beside the lock, which keeps plain text out of storage and protects from nobody who can read the browser's
 * profile. A passphrase or a passkey is a further kind of slot around the same device key: nothing else changes.
 */
import { type Bytes, joinBytes } from "./bytes.ts";
import { deviceIdBytes, importKey, vaultIdBytes } from "./keys.ts";
import { openBox, sealBox } from "./seal.ts";
import { secretBytes } from "./secret.ts";

const slotVersion = 1;
const kindNone = 0;
const deviceKeyBytes = 32;
const wrappedLabel = "keel/slot/1";

/** What the device key seals. */
export interface Wrapped {
  readonly secret: Bytes;
  readonly vaultId: Bytes;
  readonly deviceId: Bytes;
}

export function makeNoneSlot(deviceKey: Bytes): Bytes {
  return joinBytes(new Uint8Array([slotVersion, kindNone]), deviceKey);
}

export type OpenedSlot =
  | { readonly is: "open"; readonly deviceKey: Bytes }
  /** A kind this version cannot open. */
  | { readonly is: "locked" }
  | { readonly is: "damaged" };

export function openSlot(slot: Bytes): OpenedSlot {
  if (slot.length < 2) return { is: "damaged" };
  if (slot[0] !== slotVersion || slot[1] !== kindNone) return { is: "locked" };
  const deviceKey = slot.slice(2);
  return deviceKey.length === deviceKeyBytes ? { is: "open", deviceKey } : { is: "damaged" };
}

export async function wrap(deviceKey: Bytes, wrapped: Wrapped, nonce: Bytes): Promise<Bytes> {
  const plain = joinBytes(wrapped.secret, wrapped.vaultId, wrapped.deviceId);
  return sealBox(await importKey(deviceKey), wrappedLabel, plain, nonce);
}

export async function unwrap(deviceKey: Bytes, box: Bytes): Promise<Wrapped | null> {
  const plain = await openBox(await importKey(deviceKey), wrappedLabel, box);
  if (plain?.length !== secretBytes + vaultIdBytes + deviceIdBytes) return null;
  return {
    secret: plain.slice(0, secretBytes),
    vaultId: plain.slice(secretBytes, secretBytes + vaultIdBytes),
    deviceId: plain.slice(secretBytes + vaultIdBytes),
  };
}
