/** What is said: sources, figures, text that was meant to be replaced. One mistake a row. */
import { profileFile } from '../good-entries.ts';
import type { Mistake } from './mistake.ts';

// prettier-ignore
export const words: readonly Mistake[] = [
  { name: 'a third party’s copy that is linked', rule: 'sources', replace: [['(webinar page)', '(read in a third party’s copy)']], at: 'url: https://www.smart-policing.com/tta/webinars/fixture\n  - title', words: ['third party’s copy', 'take the “url:” line out'] },
  { name: 'the compiler’s voice among the fields', rule: 'compilers-voice', replace: [['audience: Site teams and research partners', 'audience: Inferred from the title']], at: 'audience:', words: ['“Inferred”', 'notes:'], sole: true },
  { name: 'the compiler’s voice in the text', rule: 'compilers-voice', replace: [['Two agencies saw fewer calls.', 'Two agencies saw fewer calls. The slides were read in part.']], at: 'Two agencies saw', words: ['“were read”', 'notes:'], sole: true },
  { name: 'the compiler’s voice in the title of a source', rule: 'compilers-voice', replace: [['Slides of the webinar', 'Slides of the webinar (read in a third party’s copy)']], at: 'title: Slides', words: ['(read in a third party’s copy)', 'write under the same source a line “note:'], sole: true },
  { name: 'a source on a site of copies', rule: 'sources', replace: [['    url: https://www.smart-policing.com/tta/webinars/fixture\n', '    url: https://www.scribd.com/document/1\n']], at: 'scribd', words: ['scribd.com', 'publisher'] },
  { name: 'an address for a title', rule: 'titles', replace: [['title: How three agencies measured foot patrol', 'title: https://www.cna.org/webinar']], at: 'title: https', words: ['an address in place of the title', 'write the title of the page'], sole: true },
  { name: 'a key of two sources', rule: 'sources', replace: [['  - title: Slides of', '  - key: page\n    title: Slides of']], at: 'key: page\n    title: Slides', words: ['stands at two sources'] },
  { name: 'a source twice', rule: 'sources', replace: [['reviewed:', '  - title: Slides of the webinar\n    publisher: Smart Policing Initiative\nreviewed:']], at: 'title: Slides of the webinar\n    publisher: Smart Policing Initiative\nreviewed', words: ['stands here twice'] },
  { name: 'a figure that only the summary has', rule: 'figures', file: profileFile, replace: [['fell by 12 percent', 'fell by 21 percent']], at: 'summary:', words: ['the summary says 21', 'correct the summary'] },
  { name: 'a placeholder in the text', rule: 'placeholders', replace: [['Two agencies saw fewer calls.', 'TODO: results.']], at: 'TODO', words: ['meant to be replaced'] },
  { name: 'a placeholder among the fields', rule: 'placeholders', replace: [['audience: Site teams and research partners', 'audience: TBD']], at: 'audience:', words: ['“TBD”'] },
  { name: 'a heading left as in the template', rule: 'placeholders', replace: [['## What was found', '## A heading that says what was found, not “Results”']], at: '## A heading', words: ['still the text of the template'] },
  { name: 'filler text', rule: 'placeholders', replace: [['Two agencies saw fewer calls.', 'Lorem ipsum dolor sit amet.']], at: 'Lorem', words: ['Lorem ipsum'] },
  { name: 'the text of a form left in', rule: 'placeholders', replace: [['Two agencies saw fewer calls.', 'Held on [insert date] in Boston.']], at: '[insert', words: ['[insert date]'] },
  { name: 'an invisible mark', rule: 'characters', replace: [['Officers wrote', 'Officers\u200b wrote']], at: 'Officers\u200b', words: ['zero-width space', 'npm run fix'] },
  { name: 'garbled letters', rule: 'characters', replace: [['the officers’ own', 'the officersâ€™ own']], at: 'officersâ€™', words: ['garbled letters', 'UTF-8'] },
  { name: 'a comment of a reviewer', rule: 'placeholders', replace: [['Officers wrote', 'Officers [CM1] wrote']], at: '[CM1]', words: ['[CM1]'], sole: true },
  { name: 'a comment of Word', rule: 'placeholders', replace: [['Officers wrote', 'Comment [JD1]: check this. Officers wrote']], at: 'Comment [', words: ['Comment [JD1]'], sole: true },
  { name: 'question marks for a figure', rule: 'placeholders', replace: [['Officers wrote', 'With ??? officers wrote']], at: '???', words: ['???'], sole: true },
  { name: 'crosses for a figure', rule: 'placeholders', replace: [['Officers wrote', 'With XX percent officers wrote']], at: 'XX percent', words: ['XX percent'], sole: true },
  { name: 'a citation that is wanting', rule: 'placeholders', replace: [['Officers wrote', 'Officers [citation needed] wrote']], at: '[citation', words: ['[citation needed]'], sole: true },
  { name: 'an error of Word', rule: 'placeholders', replace: [['Officers wrote', 'See Error! Reference source not found. Officers wrote']], at: 'Error!', words: ['Error! Reference source not found'], sole: true },
  { name: 'the home page for the page', rule: 'template-values', replace: [['page: https://www.smart-policing.com/tta/webinars/fixture', 'page: https://www.smart-policing.com/']], at: 'page:', words: ['the front page', 'the page itself'], sole: true },
  { name: 'the home page for a source', rule: 'template-values', replace: [['    url: https://www.smart-policing.com/tta/webinars/fixture\n', '    url: https://www.smart-policing.com/\n']], at: 'url:', words: ['the front page'], sole: true },
  { name: 'names of a template left in', rule: 'template-values', replace: [['profiles: [boston-massachusetts-2009]', 'profiles: [name-of-its-file]']], at: 'profiles:', words: ['still the text of the template'] },
  { name: 'crosses for a number of cities', rule: 'placeholders', replace: [['Officers wrote', 'In XX cities officers wrote']], at: 'XX cities', words: ['XX cities'], sole: true },
  { name: 'a title from the tab of a browser', rule: 'titles', replace: [['title: How three agencies measured foot patrol', 'title: How three agencies walked - YouTube']], at: 'title:', words: ['- YouTube'], sole: true },
  { name: 'a title that is a file name', rule: 'titles', replace: [['title: How three agencies measured foot patrol', 'title: slides_final.pdf']], at: 'title:', words: ['.pdf'], sole: true },
  { name: 'a title with a tag', rule: 'titles', replace: [['title: How three agencies measured foot patrol', 'title: How <b>three</b> agencies walked']], at: 'title:', words: ['Markdown or HTML'], sole: true },
];
