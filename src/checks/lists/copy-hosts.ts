/** Sites that keep copies of documents of others. A copy is named as a source, never linked. */
export const copyHosts: readonly string[] = [
  'academia.edu chegg.com coursehero.com docplayer.net docsity.com docslib.org dokumen.pub dokumen.tips',
  'fliphtml5.com issuu.com lawsdocbox.com pdfcoffee.com pdfdrive.com pdffiller.com pdfslide.net',
  'scribd.com sci-hub.se silo.tips slideplayer.com slideserve.com slideshare.net studocu.com',
  'studylib.net vdocuments.net vdocuments.us yumpu.com zdoc.pub z-lib.org',
].flatMap((line) => line.split(' '));
