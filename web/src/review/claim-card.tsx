import { Link } from '@tanstack/react-router'
import { codeLists, nameOfCode } from '#engines/interchange/codes'
import { Button } from '#ui/button/button'
import { keptTogether } from '#ui/kit/kept-together'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { ClaimFindings } from '../checks/claim-findings.tsx'
import { AcceptFields } from './accept-fields.tsx'
import type { Review, ReviewClaim } from './api.ts'
import { ClaimValue, indicatorName } from './claim-value.tsx'
import { AlikeOffer, MergeOffer } from './compare-panel.tsx'
import { intervalWords } from './interval-words.ts'
import type { Choice } from './plan.ts'
import { SubjectPicker } from './subject-picker.tsx'
import { reviewTexts } from './texts.ts'

/** What a card can ask the screen to do. */
export interface CardActions {
  choose: (id: string) => void
  accept: (claim: ReviewClaim) => void
  correct: (claim: ReviewClaim) => void
  reject: (claim: ReviewClaim) => void
  merge: (claim: ReviewClaim, factId: string, name: string) => void
  mergeElsewhere: (claim: ReviewClaim) => void
  notSame: (claim: ReviewClaim, subjectId: string) => void
  /** Accept as part of a subject that is there. */
  acceptInto: (claim: ReviewClaim, subject: ReviewClaim['alike'][number]['subject']) => void
  undo: (claim: ReviewClaim) => void
  sentence: (claim: ReviewClaim, factId?: string) => void
  setChoice: (claim: ReviewClaim, choice: Choice) => void
}

interface CardProps {
  office: string
  claim: ReviewClaim
  number: number
  indicators: Review['indicators']
  actions: CardActions
}

/** A claim that is not in hand: its value, what it is about, where it stands. */
export function SmallClaim({ claim, number, indicators, actions, mayDecide }: Omit<CardProps, 'office'> & { mayDecide: boolean }) {
  const texts = useTexts(reviewTexts)
  const { locale } = useFormats()
  const name = indicatorName(claim, indicators, locale, texts.none)
  const about = claim.about?.nameKo ?? claim.proposal?.subject.name ?? [claim.subject, claim.what].filter(Boolean).join(' · ')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J, K and the button inside choose by keyboard
    <article
      className={`cl cl--${claim.state === 'pending' ? 'todo' : 'done'}`}
      data-claim={claim.id}
      aria-label={texts.claimNumber(number)}
      onClick={() => actions.choose(claim.id)}
    >
      <div className="hd">
        <button type="button" className="ind" onClick={() => actions.choose(claim.id)}>
          <span className="no">{number}</span> {name}
        </button>
        <ClaimValue claim={claim} name={name} onOpen={() => actions.sentence(claim)} />
        <span className="ok">
          {claim.state === 'pending' ? (
            claim.suggestions.some((one) => one.likely) ? (
              <Tag tone="warn">{texts.merge}?</Tag>
            ) : null
          ) : (
            <>
              {texts.states[claim.state]}
              {mayDecide && claim.judgement ? (
                <Button
                  small
                  tone="text"
                  onClick={(event) => {
                    event.stopPropagation()
                    actions.undo(claim)
                  }}
                >
                  {texts.undo}
                </Button>
              ) : null}
            </>
          )}
        </span>
      </div>
      <p className="who">
        {about || texts.none}
        {claim.inFile ? <span className="mut"> · {claim.inFile[locale]}</span> : null}
        {claim.judgement?.reason ? ` · ${claim.judgement.reason}` : ''}
      </p>
    </article>
  )
}

/** The claim in hand: what it says, what accepting would write, what it may be the same as. */
export function CurrentClaim({
  office,
  claim,
  number,
  sameNumber,
  sumOf,
  indicators,
  choice,
  actions,
  busy,
  mayDecide,
}: CardProps & { sameNumber: number | null; sumOf: number; choice: Choice; busy: boolean; mayDecide: boolean }) {
  const texts = useTexts(reviewTexts)
  const { locale } = useFormats()
  const name = indicatorName(claim, indicators, locale, texts.none)
  const proposal = claim.proposal
  const step = claim.kind === 'stage'
  const [day, dayText] = step ? [claim.start, claim.startText] : [claim.due, claim.dueText]
  const funding = choice.funding === undefined ? proposal?.funding : choice.funding
  const fundingWord = funding ? nameOfCode(funding, codeLists.funding!, locale) : null
  const parties = choice.parties ?? proposal?.parties ?? []
  const best = claim.suggestions[0]
  const likely = best?.likely ?? false
  return (
    <article className="cl cl--cur" data-claim={claim.id} aria-label={texts.claimNumber(number)} aria-current="true">
      <div className="hd">
        <span className="ind">
          <span className="no">{number}</span> {name}
        </span>
        <ClaimValue claim={claim} name={name} onOpen={() => actions.sentence(claim)} />
        {claim.negated ? <Tag tone="warn">{texts.negated}</Tag> : null}
      </div>
      {mayDecide ? (
        <SubjectPicker
          key={claim.id}
          office={office}
          claim={claim}
          value={choice.subject}
          onChange={(subject) => actions.setChoice(claim, { ...choice, subject })}
        />
      ) : null}
      <dl className="kv">
        {mayDecide ? null : <Row label={texts.about}>{proposal?.subject.name}</Row>}
        {step ? null : (
          <Row label={texts.facet}>
            {texts.facets[choice.facet ?? proposal?.facet ?? 'announced']}
            {claim.stage && texts.stages[claim.stage] !== texts.facets[choice.facet ?? proposal?.facet ?? 'announced'] ? (
              <span className="mut"> · {texts.stages[claim.stage]}</span>
            ) : null}
          </Row>
        )}
        <Row label={step ? texts.happened : (choice.facet ?? proposal?.facet) === 'actual' ? texts.when : texts.by}>
          {day ? (
            keptTogether(intervalWords(day))
          ) : dayText ? (
            <>
              <Tag tone="warn">{texts.undecided}</Tag> {texts.unresolved(dayText)}
            </>
          ) : (
            <span className="mut">{texts.noDate}</span>
          )}
        </Row>
        {claim.inFile ? <Row label={texts.inFile}>{claim.inFile[locale]}</Row> : null}
        <Row label={texts.place}>{claim.place ?? <span className="mut">{texts.none}</span>}</Row>
        <Row label={texts.parties}>
          {parties.length > 0 ? (
            parties.map((one, at) => (
              <span key={one.name} className="rv-party">
                {at < parties.length - 1 ? `${one.name}, ` : one.name}
              </span>
            ))
          ) : (
            <span className="mut">{texts.none}</span>
          )}
        </Row>
        {fundingWord ? <Row label={texts.funding}>{fundingWord}</Row> : null}
        {claim.per ? <Row label={texts.each}>{texts.eachOf[claim.per as 'person'] ?? claim.per}</Row> : null}
        <Row label={texts.certainty}>
          {claim.approximate || claim.bound ? texts.rough : texts.exact} ·{' '}
          {claim.reader === 'model' ? (
            <Tag tone="info">{texts.byModel(claim.readerVersion)}</Tag>
          ) : claim.reader === 'person' ? (
            texts.byPerson
          ) : (
            texts.sureness(Math.round(claim.certainty * 100))
          )}
        </Row>
      </dl>
      <ClaimFindings office={office} document={claim.documentId} claim={claim.id} />
      {claim.suggestions.map((one, at) => (
        <MergeOffer
          key={one.factId}
          suggestion={one}
          first={at === 0}
          busy={busy || !mayDecide}
          onMerge={() => actions.merge(claim, one.factId, one.subject.name)}
          onNotSame={() => actions.notSame(claim, one.subject.id)}
        />
      ))}
      {mayDecide && !('id' in choice.subject)
        ? claim.alike.map((one) => (
            <AlikeOffer
              key={one.subject.id}
              alike={one}
              busy={busy}
              onAccept={() => actions.acceptInto(claim, one.subject)}
              onNotSame={() => actions.notSame(claim, one.subject.id)}
            />
          ))
        : null}
      {sumOf > 0 && !likely ? <p className="dup">{texts.sumOf(sumOf)}</p> : null}
      {sameNumber !== null && !likely ? <p className="dup">{texts.sameInText(sameNumber)}</p> : null}
      {mayDecide ? (
        <>
          <div className="acts">
            <Button tone={likely ? 'plain' : 'primary'} keys="a" busy={busy} onClick={() => actions.accept(claim)}>
              {best ? texts.acceptApart : texts.accept}
            </Button>
            <Button keys="e" onClick={() => actions.correct(claim)}>
              {texts.correct}
            </Button>
            <Button keys="r" onClick={() => actions.reject(claim)}>
              {texts.reject}
            </Button>
            {step ? null : (
              <Button tone="text" keys={best ? undefined : 'm'} onClick={() => actions.mergeElsewhere(claim)}>
                {best ? texts.mergeElsewhere : texts.merge}
              </Button>
            )}
          </div>
          <details className="rv-details">
            <summary>{texts.more}</summary>
            <AcceptFields key={claim.id} claim={claim} choice={choice} onChange={(next) => actions.setChoice(claim, next)} />
          </details>
        </>
      ) : (
        <p className="who">{texts.readOnly}</p>
      )}
    </article>
  )
}

/** A judged claim in hand. */
export function JudgedClaim({
  claim,
  number,
  indicators,
  actions,
  busy,
  mayDecide,
}: Omit<CardProps, 'office'> & { busy: boolean; mayDecide: boolean }) {
  const texts = useTexts(reviewTexts)
  const formats = useFormats()
  const name = indicatorName(claim, indicators, formats.locale, texts.none)
  return (
    <article className="cl cl--cur" data-claim={claim.id} aria-label={texts.claimNumber(number)} aria-current="true">
      <div className="hd">
        <span className="ind">
          <span className="no">{number}</span> {name}
        </span>
        <ClaimValue claim={claim} name={name} onOpen={() => actions.sentence(claim)} />
        <span className="ok">{texts.states[claim.state]}</span>
      </div>
      <dl className="kv">
        {claim.inFile ? <Row label={texts.inFile}>{claim.inFile[formats.locale]}</Row> : null}
        {claim.about ? (
          <Row label={texts.about}>
            {claim.about.kind === 'office' ? claim.about.nameKo : <Link to={`/projects/${claim.about.id}` as '/'}>{claim.about.nameKo}</Link>}
          </Row>
        ) : null}
        {claim.judgement ? (
          <Row label={texts.judgementKinds[claim.judgement.kind]}>
            {keptTogether(texts.by_(claim.judgement.madeBy.name, formats.instant(claim.judgement.madeAt)))}
            {claim.judgement.reason ? ` · ${claim.judgement.reason}` : ''}
          </Row>
        ) : null}
      </dl>
      {mayDecide && claim.judgement ? (
        <div className="acts">
          <Button keys="u" busy={busy} onClick={() => actions.undo(claim)}>
            {texts.undo}
          </Button>
        </div>
      ) : null}
    </article>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{keptTogether(children)}</dd>
    </>
  )
}
