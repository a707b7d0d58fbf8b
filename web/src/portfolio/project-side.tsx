import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Bead } from '#ui/bead/bead'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Field } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { json } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { useAction } from './action.ts'
import { client, type ProjectView, refreshPortfolio } from './api.ts'
import { Sentence } from './source.tsx'
import { portfolioTexts } from './texts.ts'
import { unknownWord } from './words.ts'

const enterable = ['investment', 'jobs', 'area', 'capacity', 'due', 'place', 'industry']
const roles = ['investor', 'counterparty', 'authority', 'operator', 'builder', 'supporter', 'other'] as const

/** 곁: parties, where its numbers are used, what is not known, its sentences and documents. */
export function Beside({ project, mayWrite, onEnter }: { project: ProjectView; mayWrite: boolean; onEnter: (what: string) => void }) {
  const texts = useTexts(portfolioTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const [adding, setAdding] = useState(false)
  const end = useAction(async (relation: string) => {
    await client.offices[':office'].projects[':subject'].relations[':relation'].$delete({ param: { office, subject: project.standsFor, relation } })
    await refreshPortfolio()
  })
  const quotes = [...new Map(project.facts.flatMap((fact) => fact.quotes).map((quote) => [`${quote.documentId} ${quote.sentence}`, quote])).values()]
  return (
    <aside className="pf-aside">
      <section>
        <div className="blk-h">
          <h2>{texts.project.parties}</h2>
          {mayWrite ? (
            <Button tone="text" small className="more" onClick={() => setAdding(true)}>
              {texts.project.addParty}
            </Button>
          ) : null}
        </div>
        {project.relations.length === 0 ? <p className="mut">{texts.project.noParties}</p> : null}
        <ul className="pf-rows">
          {project.relations.map((relation) => (
            <li key={`${relation.id}-${relation.direction}`}>
              <span className="pf-grow">
                {relation.other.kind === 'organisation' || relation.other.kind === 'person' || relation.other.kind === 'office' ? (
                  <b>{nameIn(locale, relation.other)}</b>
                ) : (
                  <Link className="quiet" to={'/projects/$id' as never} params={{ id: relation.other.id } as never}>
                    {nameIn(locale, relation.other)}
                  </Link>
                )}
                <small className="mut">
                  {partWords((relation.direction === 'from' ? texts.roles : texts.rolesBack)[relation.role], relation.part)}
                </small>
              </span>
              {mayWrite ? (
                <Button tone="text" small aria-label={`${texts.project.remove}: ${relation.other.nameKo}`} onClick={() => void end.run(relation.id)}>
                  {texts.project.remove}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {end.words ? (
          <p className="err" role="alert">
            {end.words}
          </p>
        ) : null}
      </section>
      <section>
        <h2>{texts.project.used}</h2>
        {project.publications.length === 0 ? <p className="mut">{texts.project.usedNone}</p> : null}
        <ul className="pf-rows">
          {project.publications.map((one) => (
            <li key={one.id}>
              <a className="pf-grow quiet" href={`/o/${office}/${one.kind === 'figure' ? 'f' : 'p'}/${encodeURIComponent(one.series)}`}>
                {locale === 'en' ? one.titleEn || one.titleKo : one.titleKo}
              </a>
              <span className="mut nb">
                {texts.project.published} <Bead kind="public" />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{texts.project.unknown}</h2>
        <p className="sm mut">{project.unknown.length === 0 ? texts.project.unknownNone : texts.project.unknownLead}</p>
        <ul className="pf-rows">
          {project.unknown.map((what) => (
            <li key={what}>
              <span className="pf-grow">{unknownWord(what, locale)}</span>
              {mayWrite && enterable.includes(what) ? (
                <Button
                  tone="text"
                  small
                  aria-label={`${texts.enter}: ${unknownWord(what, locale)}`}
                  onClick={() => onEnter(what === 'due' ? 'investment' : what)}
                >
                  {texts.enter}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{texts.project.sentence}</h2>
        {quotes.length === 0 ? <p className="mut">{texts.project.sentenceNone}</p> : null}
        {quotes.slice(0, 4).map((quote) => (
          <Sentence key={`${quote.documentId} ${quote.mark?.start} ${quote.sentence}`} quote={quote} />
        ))}
      </section>
      <section>
        <h2>{texts.project.documents}</h2>
        {project.documents.length === 0 ? <p className="mut">{texts.project.documentsNone}</p> : null}
        <ul className="pf-rows">
          {project.documents.map((document) => (
            <li key={document.id}>
              <span className="pf-grow">
                <Link className="quiet" to={'/documents/$id' as never} params={{ id: document.id } as never}>
                  {document.title}
                </Link>
                <small className="mut">{[document.outlet, document.publishedOn ?? texts.notSet].filter(Boolean).join(' · ')}</small>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {project.aliases.length > 0 ? (
        <section>
          <h2>{texts.project.aliases}</h2>
          <p>{project.aliases.join(', ')}</p>
        </section>
      ) : null}
      {project.note ? (
        <section>
          <h2>{texts.project.note}</h2>
          <p className="pf-note">{project.note}</p>
        </section>
      ) : null}
      {adding ? <PartyDialog project={project} onClose={() => setAdding(false)} /> : null}
    </aside>
  )
}

function PartyDialog({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const texts = useTexts(portfolioTexts)
  const office = useOffice().slug
  const [name, setName] = useState('')
  const [role, setRole] = useState<(typeof roles)[number]>('investor')
  const [part, setPart] = useState('')
  const save = useAction(async () => {
    await json(
      client.offices[':office'].projects[':subject'].relations.$post({
        param: { office, subject: project.standsFor },
        json: { role, name: name.trim(), part: part.trim() || null },
      }),
    )
    await refreshPortfolio()
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={texts.project.addParty} closeLabel={texts.cancel} closeBeside={false}>
      <form
        className="pf-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) void save.run()
        }}
      >
        <Field label={texts.project.partyName} error={save.words ?? undefined}>
          {(wiring) => <input {...wiring} className="inp" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Select
          label={texts.project.partyRole}
          value={role}
          options={roles.map((one) => ({ value: one, label: texts.roles[one] }))}
          onChange={(next) => next && setRole(next)}
        />
        <Field label={texts.project.partyPart} optional>
          {(wiring) => <input {...wiring} className="inp" autoComplete="off" value={part} onChange={(event) => setPart(event.target.value)} />}
        </Field>
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={save.busy} disabled={!name.trim()}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What a party does, in its role's word and the words that were said; a role that these words name already is not said twice. */
const partWords = (role: string, part: string | null): string =>
  part?.split(/[,·]\s*/).includes(role) ? part : [role, part].filter(Boolean).join(', ')
