/* What every reply carries, whatever it is: an answer, a refusal, a fault, a file, a page, a sign of life. ASVS 5.0 V3.4. */

/** A reply that is no page of ours may load nothing, run nothing and stand in no frame, should a browser show it all the same. */
export const CLOSED_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Abilities of the device that no page of ours asks for, and that nothing on it may ask for either. */
const ABILITIES = ['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'];

/** Two years; browsers take note of it only over https, so it is only said there (RFC 6797, 7.2). */
const TRANSPORT = 'max-age=63072000; includeSubDomains';

/** The headers that every reply of this origin has; one that sets its own policy or time to keep has that instead. */
export function fenceHeaders(publicOrigin: string): Readonly<Record<string, string>> {
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': CLOSED_POLICY,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': ABILITIES.map((ability) => `${ability}=()`).join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...(publicOrigin.startsWith('https:') ? { 'Strict-Transport-Security': TRANSPORT } : {}),
  };
}
