import dgram from 'node:dgram';
import dns from 'node:dns';
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { Writable } from 'node:stream';

/**
 * Takes the network and signals out of the runtime itself. Node 24's permission model does not cover it, and not every
 * system lends us an empty network namespace; where one does, this is the second fence. HTTP, TLS and fetch
 * all end in these calls.
 */
export function closeRuntime(): void {
  const denied = (): never => {
    throw Object.assign(new Error('a confined worker may not reach outside itself'), { code: 'ERR_ACCESS_DENIED' });
  };
  const close = (owner: object, names: readonly string[]): void => {
    for (const name of names) Object.defineProperty(owner, name, { value: denied, writable: false, configurable: false });
  };
  close(net.Socket.prototype, ['connect']);
  close(net.Server.prototype, ['listen']);
  close(dgram.Socket.prototype, ['bind', 'connect', 'send']);
  const functionsOf = (owner: object): string[] => Object.entries(owner).filter(([, value]) => typeof value === 'function').map(([name]) => name);
  close(dns.promises, functionsOf(dns.promises));
  close(dns, functionsOf(dns));
  for (const name of ['fetch', 'WebSocket', 'EventSource']) Object.defineProperty(globalThis, name, { value: denied, writable: false, configurable: false });
  // Signals too: without a user of its own a worker could end us, or wake a debugger in us.
  close(process, ['kill', '_kill', '_debugProcess', '_debugEnd']);
  syncBuiltinESMExports();
}

/**
 * Lets what is printed leave at once. Node would queue it behind our blocking read, where neither the pool
 * could count it nor the next file be rid of it.
 */
export function printAtOnce(): void {
  for (const [name, descriptor] of [['stdout', 1], ['stderr', 2]] as const) {
    const value = new Writable({
      decodeStrings: true,
      write(piece: Buffer, _encoding, done) {
        for (let written = 0; written < piece.length; ) written += writeSync(descriptor, piece, written);
        done();
      },
    });
    Object.defineProperty(process, name, { value });
  }
}
