/** PDF bytes written by hand: ASCII text in Helvetica and strokes, for what no typesetter would ever produce. */
export type HandPage = {
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: 0 | 90 | 180 | 270;
  /** Content stream operators; origin at the bottom left, as in PDF. */
  readonly content: string;
};

export function pdfByHand(pages: readonly HandPage[], extra: { trailer?: string; objects?: readonly string[] } = {}): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', ...(extra.objects ?? [])];
  const kids: number[] = [];
  for (const page of pages) {
    objects.push(`<< /Length ${page.content.length} >>\nstream\n${page.content}\nendstream`);
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width ?? 595} ${page.height ?? 842}] /Rotate ${page.rotate ?? 0} /Resources << /Font << /F 3 0 R >> >> /Contents ${objects.length} 0 R >>`);
    kids.push(objects.length);
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((k) => `${k} 0 R`).join(' ')}] >>`;
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** Text at a place; `set` may hold operators before it (`3 Tr` invisible, `1 g` white). */
export const write = (x: number, y: number, text: string, size = 10, set = ''): string => `q ${set} BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET Q`;

/** A ruled grid with its top left corner at x, y; column widths and row heights in points, drawn as strokes. */
export function ruled(x: number, y: number, widths: readonly number[], heights: readonly number[]): string {
  const [width, height] = [widths, heights].map((list) => list.reduce((a, b) => a + b, 0)) as [number, number];
  const edges = (from: number, steps: readonly number[], sign: 1 | -1): number[] => steps.reduce((list, s) => [...list, list.at(-1)! + sign * s], [from]);
  return [
    ...edges(x, widths, 1).map((at) => `${at} ${y} m ${at} ${y - height} l S`),
    ...edges(y, heights, -1).map((at) => `${x} ${at} m ${x + width} ${at} l S`),
  ].join('\n');
}

/** A small English report: Item | Unit | Requirement | Result, rows of texts; `also` is drawn over it. */
export function handReport(rows: readonly (readonly string[])[], also = '', page: Partial<HandPage> = {}): Uint8Array {
  const widths = [170, 60, 100, 100];
  const all = [['Test item', 'Unit', 'Requirement', 'Test result'], ...rows];
  const texts = all.flatMap((row, r) => row.map((text, c) => write(55 + widths.slice(0, c).reduce((a, b) => a + b, 0), 700 - r * 24 - 16, text)));
  const lines = [write(50, 760, 'Report No.: H-1'), write(50, 745, 'Date received: 2026-03-01   Test period: 2026-03-02 to 2026-03-10   Date of issue: 2026-03-25'), write(50, 730, 'Standard: GB/T 23986-2009; GB/T 23993-2009; GB/T 9266-2009')];
  return pdfByHand([{ ...page, content: [...lines, ruled(50, 700, widths, all.map(() => 24)), ...texts, also].join('\n') }]);
}
