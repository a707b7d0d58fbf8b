import { type ReactNode, use, useRef } from 'react'
import { Button } from '#ui/button/button'
import { useTexts } from '#web/shell/texts'
import { ChartNote } from './chart-note.ts'
import { csvOf, inLight, save, svgFile } from './download.ts'
import { Scroll } from './scroll.tsx'
import { economyTexts } from './texts.ts'

type Cell = string | number | null

/** Width of a drawing for paper: its letters are then nearly as large on A4 as on a screen. */
export const PAPER = 800

/** A number of a table as it is read: grouped, its sign a true minus. `shownCell(-1234.5) // => '−1,234.5'` */
export const shownCell = (cell: string | number): string =>
  typeof cell === 'number' ? cell.toLocaleString('en-US', { maximumFractionDigits: 6 }).replace('-', '−') : cell

/** 그림과 표: a drawing for wide and one for narrow windows, the same values as a table, both to take along. */
export function ChartFrame({
  name,
  draw,
  head,
  rows,
  caption,
  breaks = false,
}: {
  /** What it shows; also the name of the files. */
  name: string
  draw: (width: number) => ReactNode
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  caption?: ReactNode
  /** Its drawing for paper comes in several parts, between which a page may end. */
  breaks?: boolean
}) {
  const texts = useTexts(economyTexts)
  const frame = useRef<HTMLElement>(null)
  const from = use(ChartNote)
  const file = from?.synthetic ? `${name} (${texts.synthetic})` : name
  const takeSvg = () => {
    const shown = [...(frame.current?.querySelectorAll('svg') ?? [])].find((one) => one.getBoundingClientRect().width > 0)
    if (!shown) return
    // what explains the drawing goes along with it, and where its numbers are from
    const foot = [
      typeof caption === 'string' ? caption : '',
      from ? `${texts.from}: ${from.source}${from.synthetic ? ` (${texts.synthetic})` : ''}` : '',
    ].filter(Boolean)
    save(
      `${file}.svg`,
      'image/svg+xml',
      inLight(() => svgFile(shown, name, foot)),
    )
  }
  return (
    <figure ref={frame} className={breaks ? 'ec-fig ec-fig--breaks' : 'ec-fig'}>
      <div className="wide">{draw(1140)}</div>
      <div className="narrow">{draw(358)}</div>
      <div className="ec-paper">{draw(PAPER)}</div>
      {caption ? <figcaption className="cap">{caption}</figcaption> : null}
      <div className="ec-take">
        <details>
          <summary>{texts.showTable}</summary>
          <Scroll label={name}>
            <table className="tb">
              <caption className="vh">{name}</caption>
              <thead>
                <tr>
                  {head.map((one, i) => (
                    <th key={one} scope="col" className={i === 0 ? undefined : 'num'}>
                      {one}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, i) => (
                  <tr key={`${row[0]} ${i}`}>
                    {row.map((one, j) =>
                      j === 0 ? (
                        <th key={head[j]} scope="row">
                          {one}
                        </th>
                      ) : (
                        <td key={head[j]} className="num">
                          {one === null ? texts.unknown : shownCell(one)}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </details>
        <Button tone="text" small onClick={() => save(`${file}.csv`, 'text/csv', csvOf([head, ...rows]))}>
          {texts.takeCsv}
        </Button>
        <Button tone="text" small onClick={takeSvg}>
          {texts.takeSvg}
        </Button>
      </div>
    </figure>
  )
}
