import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentOf } from './content.ts';
import { examine } from './examine.ts';
import { aJpeg, aPdf, aPng, aZip, anXlsx, bytes, jpegSegment, pngChunk, workbookEntries } from './test-kit.ts';

const verdict = async (content: Uint8Array): Promise<string> => {
  const found = await examine(contentOf(content));
  return found.ok ? found.value : found.refusal.code;
};

const gbk = bytes([0xc9, 0xfa, 0xb2, 0xfa], ',1\r\n'); // 生产

const cases: readonly [string, Uint8Array, string][] = [
  ['a PDF', aPdf(), 'pdf'],
  ['a PDF padded with line ends', bytes(aPdf(), '\r\n\0\0'), 'pdf'],
  ['a PDF with one byte before', bytes('\n', aPdf()), 'file-type-not-allowed-or-csv'],
  ['a PDF with markup in its head', bytes('%PDF-1.4\n<html><script>1</script>', aPdf()), 'file-mixed-content'],
  ['a PDF with a container behind', bytes(aPdf(), anXlsx()), 'file-mixed-content'],
  ['a PDF whose tail is the comment of a container inside', pdfInComment(), 'file-mixed-content'],
  ['a PDF with a program behind', bytes(aPdf(), 'MZ\x90'), 'file-mixed-content'],
  ['half a PDF', aPdf().subarray(0, 30), 'file-cut-short'],
  ['a PDF cut behind the end of a character map', bytes('%PDF-1.7\n1 0 obj\n<<>>\nstream\n%%EndResource\n%%EOF\nendstream\nendobj\n'), 'file-cut-short'],
  ['a PDF cut at the end of a character map', bytes('%PDF-1.7\n1 0 obj\n<<>>\nstream\n%%EndResource\n%%EOF'), 'file-cut-short'],
  ['a PNG', aPng(), 'png'],
  ['a PNG with a note', aPng(pngChunk('tEXt', bytes('Title\0well'))), 'png'],
  ['a PNG with a script in a note', aPng(pngChunk('tEXt', bytes('Title\0<ScRiPt>'))), 'file-mixed-content'],
  ['a PNG with bytes behind', bytes(aPng(), 'x'), 'file-mixed-content'],
  ['a PNG of 60000 × 60000', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], pngChunk('IHDR', bytes([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0])), pngChunk('IEND', bytes())), 'file-picture-too-large'],
  ['a JPEG of 60000 × 60000', aJpeg(jpegSegment(0xc0, bytes([8, 0xea, 0x60, 0xea, 0x60, 1, 1, 0x11, 0]))), 'file-picture-too-large'],
  ['a JPEG of 100 megapixels', aJpeg(jpegSegment(0xc0, bytes([8, 0x27, 0x10, 0x27, 0x10, 1, 1, 0x11, 0]))), 'jpeg'],
  ['half a PNG', aPng().subarray(0, 40), 'file-cut-short'],
  ['a JPEG', aJpeg(), 'jpeg'],
  ['a JPEG with a preview behind', bytes(aJpeg(), aJpeg()), 'jpeg'],
  ['a JPEG with a page in its note', aJpeg(jpegSegment(0xfe, bytes('<html><body>'))), 'file-mixed-content'],
  ['a JPEG with a container behind', bytes(aJpeg(), aZip([{ name: 'a', text: 'b' }])), 'file-mixed-content'],
  ['a JPEG with a PDF behind', bytes(aJpeg(), aPdf()), 'file-mixed-content'],
  ['half a JPEG', aJpeg().subarray(0, -4), 'file-cut-short'],
  ['a workbook', anXlsx(), 'xlsx'],
  ['a workbook with bytes before', bytes('PK\u0003\u0004', anXlsx()), 'file-unsafe-container'],
  ['a workbook with bytes behind', bytes(anXlsx(), 'x'), 'file-cut-short'],
  ['half a workbook', anXlsx().subarray(0, 60), 'file-cut-short'],
  ['a workbook with macros', anXlsx({ name: 'xl/vbaProject.bin', text: 'x' }), 'file-unsafe-container'],
  ['a workbook that fetches cells from elsewhere', anXlsx({ name: 'xl/externalLinks/externalLink1.xml', text: '<externalLink/>' }), 'file-unsafe-container'],
  ['a workbook with a way out', anXlsx({ name: '../../etc/cron.d/x', text: 'x' }), 'file-unsafe-container'],
  ['a workbook with a Windows way out', anXlsx({ name: '..\\x', text: 'x' }), 'file-unsafe-container'],
  ['a workbook with a link', anXlsx({ name: 'l', text: '/etc/passwd', attributes: 0xa1ff0000 }), 'file-unsafe-container'],
  ['a locked workbook', anXlsx({ name: 'x', text: 'x', flags: 1 }), 'file-unsafe-container'],
  ['a workbook that unpacks to 4 GB', anXlsx({ name: 'x', text: 'x', claimsUnpacked: 0xffffffff }), 'file-unsafe-container'],
  ['a workbook whose entries overlap', anXlsx({ name: 'x', text: 'x', startsAt: 0 }), 'file-unsafe-container'],
  ['a workbook with an entry twice', aZip([...workbookEntries, ...workbookEntries]), 'file-unsafe-container'],
  ['a workbook of 10,001 entries', anXlsx(...Array.from({ length: 10_000 }, (_, n) => ({ name: `e${n}`, text: '' }))), 'file-unsafe-container'],
  ['an OFD', aZip([{ name: 'OFD.xml', text: '<ofd/>' }]), 'ofd'],
  ['some other container', aZip([{ name: 'a', text: 'b' }]), 'file-type-not-allowed'],
  ['a CSV', bytes('a,b\r\n1,2\r\n'), 'csv'],
  ['a CSV in GB 18030', gbk, 'csv'],
  ['a CSV with a byte order mark', bytes([0xef, 0xbb, 0xbf], 'a,b\n'), 'csv'],
  ['UTF-16', bytes([0xff, 0xfe], 'a\0,\0'), 'file-type-not-allowed'],
  ['a CSV with NUL late', bytes('a,b\n'.repeat(100_000), '\0'), 'file-type-not-allowed'],
  ['neither UTF-8 nor GB 18030', bytes('a,b\n', [0xff, 0xff]), 'file-type-not-allowed'],
  ['a page', bytes('  <!DOCTYPE html><p>'), 'file-type-not-allowed'],
  ['a drawing', bytes('<svg onload="x">'), 'file-type-not-allowed'],
  ['XML', bytes('<?xml version="1.0"?><a/>'), 'xml'],
  ['a program', bytes('\x7fELF\x02\x01'), 'file-type-not-allowed'],
  ['an old office file', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'file-type-not-allowed'],
];

for (const [name, content, expected] of cases) {
  test(`${name}: ${expected}`, async () => {
    const found = await verdict(content);
    // Junk before a PDF makes it at most text, which its name (.pdf) then contradicts.
    if (expected === 'file-type-not-allowed-or-csv') assert.ok(found === 'file-type-not-allowed' || found === 'csv');
    else assert.equal(found, expected);
  });
}

test('any cut of an honest file, and any bytes at all, are answered and never thrown', async () => {
  const honest = [aPdf(), aPng(), aJpeg(), anXlsx()];
  for (const whole of honest) {
    for (let to = 12; to < whole.length - 1; to++) assert.notEqual(await verdict(whole.subarray(0, to)), await verdict(whole), `cut at ${to}`);
  }
  await fc.assert(fc.asyncProperty(fc.constantFrom(...honest), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), async (whole, flips) => {
    const changed = Uint8Array.from(whole);
    for (const [at, value] of flips) if (at < changed.length) changed[at] = value;
    assert.equal(typeof (await verdict(changed)), 'string');
  }), { numRuns: 500 });
});

/** A container stands inside the PDF, and its comment is the rest of the PDF: both readers are content. */
function pdfInComment(): Uint8Array {
  const zip = aZip([{ name: 'a', text: 'b' }]);
  const tail = bytes('\nendstream\nstartxref\n9\n%%EOF\n');
  zip[zip.length - 2] = tail.length & 255;
  zip[zip.length - 1] = tail.length >> 8;
  return bytes('%PDF-1.7\n1 0 obj stream\n', zip, tail);
}
