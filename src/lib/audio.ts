/** Sound files that podcast players know (RFC 3003, RFC 5334, RFC 4337, IANA media types). */
const audioTypes: Record<string, string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  mp4: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
};

export const audioEndings = Object.keys(audioTypes);

/** Media type by the ending of the address; undefined where the ending says nothing. */
export const audioTypeOf = (address: string): string | undefined =>
  audioTypes[/\.(\w+)$/.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? ''];
