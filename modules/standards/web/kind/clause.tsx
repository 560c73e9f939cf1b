import type { JSX, ReactNode } from 'react';

/** A numbered clause of the sheet; its id is a permanent address as well. */
export const Clause = ({ id, number, title, children }: { id: string; number: number; title: string; children: ReactNode }): JSX.Element => (
  <section className="clause" aria-labelledby={id}>
    <h2 id={id}>
      <span className="clause-number">{number}</span>
      {title}
    </h2>
    {children}
  </section>
);
