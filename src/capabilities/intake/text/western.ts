/** What 0x80 to 0x9F stand for in windows-1252. Node 20 decodes them as control characters, so that every curly quotation mark and euro sign would be lost. */
const marks =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** The text of windows-1252 bytes: any bytes are some. */
export const decodeWestern = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009F]/g, (mark) => marks[mark.charCodeAt(0) - 0x80]!)
