import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { Basis, CaseOf } from './api.ts'
import { basisWords } from './basis-words.ts'
import { analysesTexts } from './texts.ts'

/** 산출 근거: source, assumptions and what to be careful about. */
export function BasisNote({ basis, source }: { basis: Basis; source: CaseOf<'chain'>['source'] }) {
  const texts = useTexts(analysesTexts)
  const locale = useLocale()
  return (
    <section className="an-blk an-basis" aria-labelledby="an-basis">
      <h2 id="an-basis">{texts.basis}</h2>
      <p>
        <b>{texts.source}</b> {source.url ? <a href={source.url}>{source.name}</a> : source.name}
        {source.licence ? ` · ${source.licence}` : ''} · <code>{basis.method}</code>
      </p>
      <div className="an-two">
        {basis.warnings.length > 0 ? (
          <div>
            <h3>{texts.warnings}</h3>
            <ul className="ec-list">
              {basis.warnings.map((one) => (
                <li key={one}>{basisWords(one, locale)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <div>
          <h3>{texts.assumptions}</h3>
          <ul className="ec-list">
            {basis.assumptions.map((one) => (
              <li key={one}>{basisWords(one, locale)}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
