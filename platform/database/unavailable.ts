/*
 * A database or a disk that is away for a while is no fault of the request: it may be sent again, with the same key. PostgreSQL's own
 * codes (Appendix A of its manual), and those of the system for a connection that cannot be made or breaks.
 */
const STATES = new Set([
  '57P01', '57P02', '57P03', '57P05', // shut down, crashed, starting up, idle session ended
  '53100', '53200', '53300', // disk full, out of memory, too many connections
  '25006', // read only: a standby that has not taken over yet
  '58030', // input or output failed
]);
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOSPC', 'EDQUOT']);
/** pg's own words, which have no code. */
const WORDS = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool after calling end|Client was closed)/;

/** Whether the fault, or what caused it, is that the database or the disk cannot be reached or cannot write at the moment. */
export function isUnavailable(fault: unknown): boolean {
  for (let at = fault, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code, syscall } = at as NodeJS.ErrnoException;
    if (code !== undefined && (STATES.has(code) || /^08/.test(code))) return true;
    // A missing file is a fault of ours; a missing socket is a database that is not there.
    if (code !== undefined && SYSTEM.has(code) && (code !== 'ENOENT' || syscall === 'connect')) return true;
    if (WORDS.test(at.message)) return true;
  }
  return false;
}
