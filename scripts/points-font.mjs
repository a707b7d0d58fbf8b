/*
 * Middle points that Korean papers use and Pretendard has no glyph for, as a TrueType font of one drawing: a disc at the height of Pretendard's middle dot (U+00B7).
 * `node scripts/points-font.mjs` writes web/src/ui/theme/points.ttf; web/src/ui/theme/points.test.ts holds the file to it.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** ‧ hyphenation point, ․ one dot leader, ∙ bullet operator, ⋅ dot operator, ･ halfwidth katakana middle dot. */
export const points = [0x2024, 0x2027, 0x2219, 0x22c5, 0xff65]
const [unitsPerEm, ascender, descender, advance] = [2048, 1950, -494, 520]
const [middle, height, radius] = [260, 633, 129]

const bytes = (size, fill) => {
  const buffer = Buffer.alloc(size)
  fill(buffer)
  return buffer
}
/** A table from fields of 16 bits (numbers) and 32 bits ([numbers]). */
const fields = (...list) =>
  Buffer.concat(
    list.map((one) => (Array.isArray(one) ? bytes(4, (b) => b.writeUInt32BE(one[0] >>> 0)) : bytes(2, (b) => b.writeUInt16BE(one & 0xffff)))),
  )
const padded = (buffer) => Buffer.concat([buffer, Buffer.alloc((4 - (buffer.length % 4)) % 4)])

/** A disc of eight quadratic arcs, clockwise. */
function disc() {
  const outline = []
  for (let at = 0; at < 8; at++) {
    const on = (-at * Math.PI) / 4
    const off = on - Math.PI / 8
    outline.push(
      [Math.cos(on) * radius, Math.sin(on) * radius, 1],
      [(Math.cos(off) * radius) / Math.cos(Math.PI / 8), (Math.sin(off) * radius) / Math.cos(Math.PI / 8), 0],
    )
  }
  const all = outline.map(([x, y, on]) => [Math.round(middle + x), Math.round(height + y), on])
  const steps = (axis) => fields(...all.map((point, at) => point[axis] - (at === 0 ? 0 : all[at - 1][axis])))
  const flags = Buffer.from(all.map((point) => point[2]))
  return padded(
    Buffer.concat([fields(1, middle - radius, height - radius, middle + radius, height + radius, all.length - 1, 0), flags, steps(0), steps(1)]),
  )
}

/** Format 4: one segment a character, all of them glyph 1. */
function cmap() {
  const ends = [...points, 0xffff]
  const count = ends.length
  const power = 2 ** Math.floor(Math.log2(count))
  const body = [
    count * 2,
    power * 2,
    Math.log2(power),
    count * 2 - power * 2,
    ...ends,
    0,
    ...ends,
    ...points.map((point) => 1 - point),
    1,
    ...ends.map(() => 0),
  ]
  return fields(0, 1, 3, 1, [12], 4, 6 + body.length * 2, 0, ...body)
}

function naming() {
  const texts = [
    [1, 'Gusul Points'],
    [2, 'Regular'],
    [3, 'Gusul Points 1'],
    [4, 'Gusul Points'],
    [5, 'Version 1.0'],
    [6, 'GusulPoints'],
  ].map(([id, text]) => [id, Buffer.from(text, 'utf16le').swap16()])
  let at = 0
  const records = texts.flatMap(([id, text]) => {
    const record = [3, 1, 0x409, id, text.length, at]
    at += text.length
    return record
  })
  return Buffer.concat([fields(0, texts.length, 6 + texts.length * 12, ...records), ...texts.map(([, text]) => text)])
}

/** The font, the same bytes every time. */
export function pointsFont() {
  const glyph = disc()
  const box = [middle - radius, height - radius, middle + radius, height + radius]
  const tables = {
    'OS/2': Buffer.concat([
      fields(4, advance, 400, 5, 0, 1331, 1434, 0, 287, 1331, 1434, 0, 983, 102, 530, 0),
      Buffer.alloc(10),
      fields([0], [0], [0], [0]),
      Buffer.from('GUSL'),
      fields(0x40, points[0], points.at(-1), ascender, descender, 0, ascender, -descender, [0], [0], 1082, 1456, 0, 32, 1),
    ]),
    cmap: cmap(),
    glyf: glyph,
    head: fields([0x10000], [0x10000], [0], [0x5f0f3cf5], 3, unitsPerEm, [0], [0], [0], [0], ...box, 0, 8, 2, 1, 0),
    hhea: fields([0x10000], ascender, descender, 0, advance, box[0], advance - box[2], box[2], 1, 0, 0, 0, 0, 0, 0, 0, 2),
    hmtx: fields(advance, 0, advance, box[0]),
    loca: fields([0], [0], [glyph.length]),
    maxp: fields([0x10000], 2, 16, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    name: naming(),
    post: fields([0x30000], [0], 0, 0, [0], [0], [0], [0], [0]),
  }
  const names = Object.keys(tables)
  const sum = (buffer) => {
    let total = 0
    for (let at = 0; at < buffer.length; at += 4) total = (total + buffer.readUInt32BE(at)) >>> 0
    return total
  }
  const power = 2 ** Math.floor(Math.log2(names.length))
  let at = 12 + names.length * 16
  const records = []
  const bodies = []
  for (const name of names) {
    const body = padded(tables[name])
    records.push(Buffer.from(name), fields([sum(body)], [at], [tables[name].length]))
    bodies.push(body)
    at += body.length
  }
  const font = Buffer.concat([fields([0x10000], names.length, power * 16, Math.log2(power), (names.length - power) * 16), ...records, ...bodies])
  // the sum of the whole stands in the table of the head
  const head = names.slice(0, names.indexOf('head')).reduce((place, name) => place + padded(tables[name]).length, 12 + names.length * 16)
  font.writeUInt32BE((0xb1b0afba - sum(font)) >>> 0, head + 8)
  return font
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('../web/src/ui/theme/points.ttf', import.meta.url), pointsFont())
