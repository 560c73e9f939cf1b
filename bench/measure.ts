import { Agent, request as httpRequest } from 'node:http';
import { cpus } from 'node:os';

/** One figure beside its floor. `holds` null: the floor's program is absent, or no ratio is aimed at. */
export type Measurement = { readonly path: string; readonly ours: number; readonly floor: number | null; readonly ratio: number | null; readonly goal: string; readonly holds: boolean | null; readonly conditions: string };

export const ROUNDS = 5;
export const machine = (): string => `${cpus().length} cores, Node ${process.version}, ${ROUNDS} interleaved rounds, median`;
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
export const percentile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

export type Call = { readonly method: string; readonly path: string; readonly headers: Record<string, string>; readonly body?: string };

/** Sends requests over `connections` kept-alive connections for so many milliseconds; latencies in milliseconds. Throws on any answer but 200. */
export async function load(port: number, connections: number, millis: number, make: () => Call): Promise<{ perSecond: number; latencies: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const begun = performance.now();
  const one = async (): Promise<void> => {
    while (performance.now() - begun < millis) {
      const at = performance.now();
      await send(agent, port, make());
      latencies.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return { perSecond: latencies.length / seconds, latencies };
}

export function send(agent: Agent, port: number, call: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ agent, host: '127.0.0.1', port, method: call.method, path: call.path, headers: { Host: `localhost:${port}`, ...call.headers, ...(call.body === undefined ? {} : { 'Content-Length': Buffer.byteLength(call.body) }) } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${response.statusCode} ${text.slice(0, 300)}`));
      });
    });
    request.on('error', reject);
    request.end(call.body);
  });
}
