/** A PDF that really has pages, one for each text (ASCII); with `locked`, one that asks for a password. For tests. */
export function aDrawnPdf(texts: readonly string[], locked = false): Uint8Array {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${texts.length}/Kids[${texts.map((_, n) => `${4 + n * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...texts.flatMap((text, n) => {
      const drawing = `1 0.9 0.6 rg 60 560 475 200 re f 0 g BT /F 18 Tf 80 700 Td (${text.replace(/[()\\]/g, '')}) Tj ET`;
      return [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + n * 2} 0 R>>`, `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`];
    }),
    // A user password that is not the empty one: 32 bytes that no reader can derive.
    ...(locked ? [`<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`] : []),
  ];
  let file = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [n, object] of objects.entries()) {
    places.push(file.length);
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  const lock = locked ? `/Encrypt ${objects.length} 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R${lock}>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
