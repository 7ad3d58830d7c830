/** What an entry names: other entries, files, transcripts, titles. One mistake a row. */
import { goodEntries, profileFile, topicFile, transcriptFile, webinarFile } from '../good-entries.ts';
import type { Mistake } from './mistake.ts';

const webinar = String(goodEntries.get(webinarFile));
const otherWebinar = webinar.replace('title: How', 'title: Why').replace(/^!\[.*\n/m, '');

// prettier-ignore
export const references: readonly Mistake[] = [
  { name: 'a topic that does not exist', rule: 'references', replace: [['place-based-policing', 'place-base-policing']], at: 'topics:', words: ['no entry “place-base-policing” in content/topics/', 'did you mean “place-based-policing”?'] },
  { name: 'an expert misspelled', rule: 'references', replace: [['hildy-saizow', 'hilde-saizow']], at: 'hilde', words: ['content/experts/', 'did you mean “hildy-saizow”?'] },
  { name: 'an expert by family name', rule: 'references', replace: [['hildy-saizow', 'saizow']], at: 'expert: saizow', words: ['did you mean “hildy-saizow”?'] },
  { name: 'an expert by name, not file name', rule: 'schema', replace: [['expert: hildy-saizow', 'expert: Hildy Saizow']], at: 'expert: Hildy', words: ['content/experts/', 'write hildy-saizow'] },
  { name: 'a topic by its label', rule: 'schema', replace: [['[place-based-policing,', '[Place-based policing,']], at: 'topics:', words: ['write place-based-policing'] },
  { name: 'a project with .mdx', rule: 'schema', replace: [['[boston-massachusetts-2009]', '[boston-massachusetts-2009.mdx]']], at: 'profiles:', words: ['without folder or “.mdx”', 'write boston-massachusetts-2009'] },
  { name: 'a project of another year', rule: 'references', replace: [['[boston-massachusetts-2009]', '[boston-massachusetts-2010]']], at: 'profiles:', words: ['the nearest is', '“boston-massachusetts-2009”', 'only if it is what you mean'] },
  { name: 'an outcome whose source has no such key', rule: 'schema', file: profileFile, replace: [['    source: report', '    source: spotlight']], at: 'source: spotlight', words: ['“spotlight”', 'the keys are: report'] },
  { name: 'a transcript that is not there', rule: 'files', files: { [transcriptFile]: undefined }, in: webinarFile, at: 'transcript:', words: ['there is no file content/webinars/fixture-webinar/transcript.vtt', 'upload it'] },
  { name: 'slides that are not there', rule: 'files', replace: [['transcript:', 'materials:\n  - title: Slides\n    file: ./fixture-webinar/slides.pdf\ntranscript:']], at: 'file: ./fixture', words: ['there is no file content/webinars/fixture-webinar/slides.pdf', 'upload it'] },
  { name: 'slides with both a file and an address', rule: 'schema', replace: [['transcript:', 'materials:\n  - title: Slides\n    file: ./fixture-webinar/slides.pdf\n    url: https://www.cna.org/slides\ntranscript:']], at: '- title: Slides\n    file', words: ['not both'] },
  { name: 'slides in the wrong place', rule: 'schema', replace: [['transcript:', 'materials:\n  - title: Slides\n    file: slides.pdf\ntranscript:']], at: 'file: slides', words: ['beside the entry', './'] },
  { name: 'captions that are no WebVTT', rule: 'transcripts', files: { [transcriptFile]: '1\n00:00:01,000 --> 00:00:02,000\nWelcome.\n' }, in: transcriptFile, at: 1, words: ['does not begin with WEBVTT', 'write WEBVTT'], alone: true },
  { name: 'captions with commas in their times', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nWelcome.\n' }, in: transcriptFile, at: 3, words: ['00:00:01,000', 'write 00:00:01.000 --> 00:00:02.000'], alone: true },
  { name: 'captions that end before they begin', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n\n00:00:05.000 --> 00:00:02.000\nWelcome.\n' }, in: transcriptFile, at: 3, words: ['ends before it begins'], alone: true },
  { name: 'a title that is taken', rule: 'duplicate-titles', file: topicFile, replace: [['title: Fixture topic', 'title: Gun violence']], at: 'title:', words: ['is also the title of content/topics/gun-violence.mdx'] },
  { name: 'a title with a full stop', rule: 'titles', replace: [['measured foot patrol\n', 'measured foot patrol.\n']], at: 'title:', words: ['full stop'] },
  { name: 'a title in capitals', rule: 'titles', replace: [['title: How three agencies measured foot patrol', 'title: HOW THREE AGENCIES MEASURED FOOT PATROL']], at: 'title:', words: ['all in capitals'] },
  { name: 'a link in the summary', rule: 'titles', replace: [['summary: Three agencies', 'summary: Three [agencies](/experts/)']], at: 'summary:', words: ['plain text'] },
  { name: 'an entry that replaces itself', rule: 'references', replace: [['audience:', 'supersedes: fixture-webinar\naudience:']], at: 'supersedes:', words: ['this very entry', 'older'], sole: true },
  { name: 'an expert of ours by name', rule: 'people', replace: [['  - expert: hildy-saizow', '  - name: Hildy Saizow']], at: 'name: Hildy', words: ['expert: hildy-saizow'], sole: true },
  { name: 'an expert of ours by name and title', rule: 'people', replace: [['  - expert: hildy-saizow', '  - name: Dr. Hildy  Saizow, PhD']], at: 'name: Dr. Hildy', words: ['expert: hildy-saizow'], sole: true },
  { name: 'a presenter twice', rule: 'people', replace: [['  - name: Jordan Fixture\n    affiliation: Fixture City Police Department', '  - expert: hildy-saizow']], at: 'expert: hildy-saizow\naudience', words: ['stands here twice'], sole: true },
  { name: 'two presenters in one name', rule: 'people', replace: [['name: Jordan Fixture', 'name: Jordan Fixture and Kim Fixture']], at: 'name: Jordan', words: ['two people', '“- name: Kim Fixture”'], sole: true },
  { name: 'an empty list of presenters', rule: 'empty-lists', replace: [[/presenters:\n(?: {2}.*\n)+/, 'presenters: []\n']], at: 'presenters:', words: ['empty list', 'take the line out'], sole: true },
  { name: 'no topics', rule: 'empty-lists', replace: [[/topics: .*/, 'topics: []']], at: 'topics: []', words: ['no topic', 'content/topics/'], sole: true },
  { name: 'slides under a name with spaces', rule: 'schema', replace: [['transcript:', 'materials:\n  - title: Slides\n    file: fixture-webinar/Slides BWC.pdf\ntranscript:']], at: 'file: fixture', words: ['write ./fixture-webinar/slides-bwc.pdf'], sole: true },
  { name: 'slides at an address', rule: 'schema', replace: [['transcript:', 'materials:\n  - title: Slides\n    file: https://www.cna.org/slides.pdf\ntranscript:']], at: 'file: https', words: ['url: https://www.cna.org/slides.pdf'], sole: true },
  { name: 'slides that lead nowhere', rule: 'sources', replace: [['transcript:', 'materials:\n  - title: Slides\ntranscript:']], at: '- title: Slides\ntranscript', words: ['leads nowhere', '“url:”', '“file:”'], sole: true },
  { name: 'a transcript without ./', rule: 'schema', replace: [['transcript: ./', 'transcript: ']], at: 'transcript:', words: ['write ./fixture-webinar/transcript.vtt'], sole: true },
  { name: 'a transcript by its name alone', rule: 'schema', replace: [['./fixture-webinar/transcript.vtt', 'transcript.vtt']], at: 'transcript:', words: ['write ./fixture-webinar/transcript.vtt'], sole: true },
  { name: 'a transcript of another entry', rule: 'files', files: { 'content/webinars/fixture-other.mdx': otherWebinar }, in: 'content/webinars/fixture-other.mdx', at: 'transcript:', words: ['another entry', 'content/webinars/fixture-other/'], alone: true },
  { name: 'a path copied from a message', rule: 'files', replace: [['./fixture-webinar/transcript.vtt', './my-webinar/transcript.vtt']], at: 'transcript:', words: ['./fixture-webinar/transcript.vtt'] },
  { name: 'captions with a space between time and text', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n\n00:00.000 --> 00:02.000\n\nWelcome.\n' }, in: transcriptFile, at: 3, words: ['no text', 'empty line'], alone: true, sole: true },
  { name: 'captions out of order', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n\n00:10.000 --> 00:12.000\nB.\n\n00:00.000 --> 00:02.000\nA.\n' }, in: transcriptFile, at: 6, words: ['before the one above'], alone: true, sole: true },
  { name: 'captions right under WEBVTT', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n00:00.000 --> 00:02.000\nWelcome.\n' }, in: transcriptFile, at: 2, words: ['empty line'], alone: true, sole: true },
  { name: 'captions with an arrow of Word', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n\n00:00.000 → 00:02.000\nWelcome.\n' }, in: transcriptFile, at: 3, words: ['“→”', '00:00.000 --> 00:02.000'], alone: true, sole: true },
  { name: 'captions with a short arrow', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n\n00:00.000 -> 00:02.000\nWelcome.\n' }, in: transcriptFile, at: 3, words: ['“->”', '00:00.000 --> 00:02.000'], alone: true, sole: true },
  { name: 'captions without an empty line between them', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n\n00:00.000 --> 00:02.000\nGood afternoon.\n00:05.000 --> 00:09.000\nThank you.\n' }, in: transcriptFile, at: 5, words: ['no empty line above', 'put an empty line'], alone: true, sole: true },
  { name: 'a sign < in captions', rule: 'transcripts', files: { [transcriptFile]: 'WEBVTT\n\n00:00.000 --> 00:02.000\nIf p<.05 it counts; if p>.05 it does not.\n' }, in: transcriptFile, at: 4, words: ['&lt;'], alone: true, sole: true },
  { name: 'an e-mail address in captions', rule: 'contacts', files: { [transcriptFile]: 'WEBVTT\n\n00:00.000 --> 00:02.000\nWrite to jane.doe@agency.gov.\n' }, in: transcriptFile, at: 4, words: ['jane.doe@agency.gov', 'leave it out'], alone: true, sole: true },
];
