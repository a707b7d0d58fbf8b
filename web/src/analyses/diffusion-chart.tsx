import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import { plain } from './numbers.ts'
import { warningTexts } from './texts-warning.ts'

type Row = { readonly month: string; readonly index: number }

/** 확산지수: how many sectors rise, month by month; 50 is even. */
export function DiffusionChart({ rows }: { rows: readonly Row[] }) {
  const texts = useTexts(warningTexts)
  const shown = rows.slice(-36)
  return (
    <section className="an-blk" aria-labelledby="an-diffusion">
      <header>
        <h2 id="an-diffusion">{texts.diffusion}</h2>
        <p>{texts.diffusionLead}</p>
      </header>
      <ChartFrame
        name={texts.diffusion}
        draw={(width) => <Drawing rows={shown} width={width} />}
        head={[texts.month, texts.diffusion]}
        rows={rows.map((one) => [one.month, Number(one.index.toFixed(1))])}
      />
    </section>
  )
}

function Drawing({ rows, width }: { rows: readonly Row[]; width: number }) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const [left, right, top, bottom] = [34, width - 12, 14, 150]
  const each = (right - left) / rows.length
  const y = (value: number) => bottom - ((bottom - top) * value) / 100
  const every = width > 600 ? 3 : 9
  return (
    <svg className="ch" viewBox={`0 0 ${width} ${bottom + 26}`} role="img" aria-label={texts.diffusionChart(plain(rows.at(-1)?.index ?? 0, locale))}>
      {[0, 50, 100].map((mark) => (
        <g key={mark}>
          <path className={mark === 50 ? 'zero' : 'gr'} d={`M${left} ${y(mark)}H${right}`} />
          <text className="tk" x={left - 7} y={y(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      {rows.map((one, k) => (
        <rect
          key={one.month}
          x={left + k * each + each * 0.15}
          width={each * 0.7}
          y={Math.min(y(50), y(one.index))}
          height={Math.max(1, Math.abs(y(50) - y(one.index)))}
          className={one.index < 50 ? 'an-fill3' : 'an-fill2'}
        />
      ))}
      {rows.map((one, k) =>
        k % every === 0 ? (
          <text key={one.month} className="tk" x={left + (k + 0.5) * each} y={bottom + 20} textAnchor="middle">
            {one.month.slice(2).replace('-', '.')}
          </text>
        ) : null,
      )}
    </svg>
  )
}
