/** What a chat program, a mail or Word leaves in a text that was copied out of it. */
import { at } from '../finding.ts';
import { entryRule } from '../rule.ts';

/** Marks of citations that lead nowhere outside of the program. */
const citationMarks =
  /\ue200[^\ue201\n]*\ue201|:contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|[【\[]\d+(?::\d+)?†[^】\]\n]*[】\]]|\[?oaicite:\d+\]?|\bsandbox:\/mnt\/data\/[^\s)]*|(?:cite|news|navlist)?turn\d+(?:search|news|view|file|image|fetch)\d+(?:turn\d+(?:search|news|view|file|image|fetch)\d+)*/g;

/** What it says of itself and to the person who asked. */
const sayings =
  /\bas an? (?:AI|artificial intelligence)(?:,| (?:language )?(?:model|assistant|chatbot)\b)|^\s*(?:(?:ChatGPT|Copilot|Claude|Gemini|You) said:?|Copy code|Regenerate(?: response)?)\s*$|\bas of my (?:last|latest) (?:knowledge )?(?:update|cutoff)\b|\bmy (?:training data|knowledge cutoff)\b|\bI (?:cannot|can’t|can't|do not|don’t|don't) (?:browse|access) (?:the )?(?:internet|web|real-time)|\bI hope this helps\b|\blet me know if you(?:’d| would|'d)? (?:like|want|need)\b|\bwould you like me to\b|\b(?:certainly|sure|of course|absolutely)[!,] here(?:’s|'s| is| are)\b|^\s*here(?:’s|'s| is) (?:a|an|the|your) (?:revised|updated|polished|rewritten|improved|concise|clean) /gim;

/** What stands around a text in a mail, and what Word shows beside one. */
const surroundings =
  /^\[EXTERNAL(?: E-?MAIL)?\].*|^EXTERNAL E-?MAIL:.*|^CAUTION: .*\be-?mail\b.*\b(?:external|outside)\b.*|^Sent from my \w.*|^(?:From|Sent|To|Cc|Subject): .+\n(?=(?:From|Sent|To|Cc|Subject): )|^>? ?On .{5,60}\d:\d{2}.{1,60} wrote:[ \t]*$|\bctrl ?\+ ?click to follow link\b|^\[(?:image|cid): ?[^\]\n]*\](?!\()|^(?:Skip to (?:main )?content|Share this(?: page| article)?:.*|We use cookies .*|Accept all cookies|Print this page|Back to top)[ \t]*$|^Page \d+ of \d+[ \t]*$|^Formatted: (?:Font|Heading|Indent|List)\b.*/gim;

export const pastedAnswers = entryRule('pasted-answers', 'error', function* (entry) {
  const { text, body } = entry;
  for (const { 0: mark, index } of text.matchAll(citationMarks)) {
    const end = index + mark.length;
    // A space in front parted it from the words.
    const isParted = /[^\S\n]/.test(text[index - 1] ?? '') && /^[\s.,;:)]|^$/.test(text.slice(end, end + 1));
    yield at(entry, index, {
      found: `“${mark}”, the mark of a source in the answer of a chat program: it leads nowhere`,
      cure: 'take it out, open the source yourself, and name it under “sources:” with its address',
      // Taken out of the brackets of a link, it would leave a link to nowhere.
      edits: text[index - 1] === '(' ? undefined : [{ start: isParted ? index - 1 : index, end, text: '' }],
    });
  }
  for (const { 0: words, index } of text.matchAll(sayings))
    yield at(entry, index + (words.length - words.trimStart().length), {
      found: `“${words.trim()}”, words of a chat program to the person who asked`,
      cure: 'take the sentence out, and read the whole text against its sources: such a program also makes facts up',
    });
  const [around] = body.text.matchAll(surroundings);
  // The first line alone: the others stand beside it.
  if (around)
    yield at(entry, body.start + around.index, {
      found: `“${around[0].trim().slice(0, 60)}”, which stood around the text in a mail or in Word, or on a web page`,
      cure: 'take it out, with what belongs to it: greetings, signature, the lines From and To',
    });
  const fences = [...body.text.matchAll(/^[ ]{0,3}(`{3,}|~{3,})[^`\n]*$/gm)];
  const last = fences.at(-1);
  for (const [index, fence] of fences.entries())
    if (
      index % 2 === 0 &&
      fence !== last &&
      /^[ ]*(?:`{3,}|~{3,})\s*(?:md|mdx|markdown|text|txt|plaintext|yaml)\s*$/i.test(fence[0])
    )
      yield at(entry, body.start + fence.index, {
        found: `${fence[0].trim()}, which shows all below it as it stands, in the letters of a program`,
        cure: 'take this line out, and the line with the same signs that ends it',
      });
  if (!last || fences.length % 2 === 0) return;
  const start = body.start + last.index;
  const end = start + last[0].length;
  const isEnd = body.text.slice(end - body.start).trim() === '';
  yield at(entry, start, {
    found: `${last[0].trim()} alone, which opens a block of code and never closes${isEnd ? '' : ': all below it is shown as it stands'}`,
    cure: 'take the line out',
    edits: isEnd ? [{ start, end, text: '' }] : undefined,
  });
});
