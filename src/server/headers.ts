/** The headers of every answer. Nothing of another site is ever loaded, and nothing inline runs but what the build signed. */

export interface PageHashes {
  readonly script: string;
  readonly style: string;
}

const permissions = [
  "camera=(self)",
  "publickey-credentials-get=(self)",
  "publickey-credentials-create=(self)",
  ...[
    "microphone",
    "geolocation",
    "payment",
    "usb",
    "serial",
    "hid",
    "midi",
    "accelerometer",
    "gyroscope",
    "magnetometer",
    "display-capture",
    "browsing-topics",
  ].map((name) => `${name}=()`),
].join(", ");

export const everywhere: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "Permissions-Policy": permissions,
};

/** The policy of a page whose one inline script and style have these hashes. */
export function policyFor(hashes: PageHashes): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hashes.script}'`,
    `style-src 'self' 'sha256-${hashes.style}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types keel",
  ].join("; ");
}

export const policyForFiles = "default-src 'none'; frame-ancestors 'none'";
