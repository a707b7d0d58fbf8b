import { walkXml } from './xlsx-cells.ts'

/** 글상자: words in a shape that lies over a sheet, a line for each paragraph, with the cell at its upper left corner. */
export interface SheetBox {
  row: number
  column: number
  lines: string[]
}

/** Text boxes of a drawing that belongs to a sheet; shapes without words are none. */
export function boxesOf(drawing: string): SheetBox[] {
  const boxes: SheetBox[] = []
  let box: SheetBox = { row: 1, column: 1, lines: [] }
  let corner = false
  let inBody = 0
  let place: 'row' | 'column' | 'text' | null = null
  let words = ''
  walkXml(drawing, {
    open: (name) => {
      if (/Anchor$/.test(name)) box = { row: 1, column: 1, lines: [] }
      else if (name === 'from') corner = true
      else if (name === 'txBody') inBody++
      else if (name === 'p' && inBody > 0) words = ''
      else if (name === 'br' && inBody > 0) words += ' '
      else if (corner && name === 'row') place = 'row'
      else if (corner && name === 'col') place = 'column'
      else if (name === 't' && inBody > 0) place = 'text'
    },
    text: (piece) => {
      if (place === 'text') words += piece
      else if (place !== null) box[place] = (Number(piece) || 0) + 1
    },
    close: (name) => {
      if (name === 'row' || name === 'col' || name === 't') place = null
      if (name === 'from') corner = false
      else if (name === 'txBody') inBody--
      else if (name === 'p' && inBody > 0 && words.trim() !== '') box.lines.push(words.trim())
      else if (/Anchor$/.test(name) && box.lines.length > 0) boxes.push(box)
    },
  })
  return boxes
}
