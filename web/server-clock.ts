import { useEffect, useState } from 'react';
import { serverNow } from '#web/session.ts';

/** The server's present instant in milliseconds, drawn again every `every` milliseconds, on the beat of its seconds. */
export function useServerNow(every: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    let timer = 0;
    const beat = (): void => {
      setNow(serverNow());
      timer = window.setTimeout(beat, every - (serverNow() % every));
    };
    beat();
    return () => window.clearTimeout(timer);
  }, [every]);
  return now;
}
