/** One answer in plain text: on the line of its label where it is short, below it where it is long. */
export const answerLine = (label: string, text: string): string => {
  const lead = label.endsWith('?') ? label : `${label}:`;
  return text.includes('\n') || text.length > 60 ? `\n${lead}\n${text}\n\n` : `${lead} ${text}\n`;
};

/** A mail draft that carries every word, for when the site cannot send. `to` may stay empty, or hold several with commas. */
export const mailtoLink = (to: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(to).replaceAll('%40', '@').replaceAll('%2C', ',')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
