import { describe, expect, test } from 'vitest'
import { evidenceKinds } from '#data/evidence-kinds'
import { stageRules } from '#data/stage-rules'
import { stageRows } from '#data/stages'
import { judgeStep, limitOf, type StepToJudge, stepsFrom } from './stage-rules.ts'

const step = (more: Partial<StepToJudge>): StepToJudge => ({
  machine: 'project',
  from: 'mou',
  fromSince: '2024-03-02',
  to: 'construction',
  on: '2025-01-05',
  today: '2026-11-22',
  evidence: { filedAs: 'evidence', proves: 'construction_notice' },
  reason: null,
  ...more,
})

describe('the rules as data', () => {
  test('every stage of every machine has its rule, and rules name stages and evidence that exist', () => {
    const stages = new Set(stageRows.map((row) => `${row.machine}.${row.stage}`))
    const kinds = new Set(evidenceKinds.map((kind) => kind.id))
    expect(new Set(stageRules.map((rule) => rule.id))).toEqual(stages)
    const unknown = stageRules.flatMap((rule) => [
      ...rule.from.filter((from) => !stages.has(`${rule.machine}.${from}`)),
      ...rule.evidence.filter((id) => !kinds.has(id)),
      ...rule.limits
        .filter((limit) => !rule.from.includes(limit.from) || (limit.days === undefined) === (limit.months === undefined))
        .map(() => rule.id),
    ])
    expect(unknown).toEqual([])
    expect(stageRules.filter((rule) => rule.evidence.length === 0)).toEqual([])
  })
  test('six machines stand side by side', () =>
    expect([...new Set(stageRows.map((row) => row.machine))]).toEqual(['project', 'fdi', 'agreement', 'programme', 'pledge', 'award']))
})

describe('judgeStep', () => {
  test('from MOU to construction goes by the notice of start', () =>
    expect(judgeStep(step({}))).toEqual({
      ok: true,
      ruleId: 'project.construction',
      evidence: 'construction_notice',
      backward: false,
      lateDays: null,
    }))
  test('without a document it is refused with the rule’s name and what would do', () =>
    expect(judgeStep(step({ evidence: null }))).toMatchObject({
      ok: false,
      ruleId: 'project.construction',
      why: 'no_evidence',
      accepted: [{ ko: '착공신고 필증' }],
    }))
  test('an article is not a notice of start, whatever it is called', () => {
    expect(judgeStep(step({ evidence: { filedAs: 'article', proves: null } }))).toMatchObject({ ok: false, why: 'filed_otherwise' })
    expect(judgeStep(step({ evidence: { filedAs: 'article', proves: 'construction_notice' } }))).toMatchObject({ ok: false, why: 'filed_otherwise' })
    expect(judgeStep(step({ evidence: { filedAs: 'evidence', proves: 'factory_registration' } }))).toMatchObject({ ok: false, why: 'wrong_evidence' })
  })
  test('what a document proves is taken from how it is filed where only one thing is possible, else it is asked', () => {
    expect(judgeStep(step({ evidence: { filedAs: 'evidence', proves: null } }))).toMatchObject({ ok: true, evidence: 'construction_notice' })
    expect(judgeStep(step({ machine: 'agreement', from: 'signed', to: 'in_force', evidence: { filedAs: 'evidence', proves: null } }))).toMatchObject({
      ok: false,
      why: 'say_which',
    })
  })
  test('a stage that cannot follow is refused by the rule of that stage', () => {
    expect(judgeStep(step({ from: 'mou', to: 'operation', evidence: { filedAs: 'evidence', proves: 'factory_registration' } }))).toMatchObject({
      ok: false,
      ruleId: 'project.operation',
      why: 'no_such_step',
      from: ['construction', 'completion'],
    })
    expect(judgeStep(step({ from: 'construction' }))).toMatchObject({ ok: false, why: 'no_such_step' })
  })
  test('back is a step with a document and a reason', () => {
    const back = { from: 'construction', to: 'permit', evidence: { filedAs: 'minutes', proves: null } }
    expect(judgeStep(step(back))).toMatchObject({ ok: false, ruleId: 'project.back', why: 'reason_needed' })
    expect(judgeStep(step({ ...back, reason: '착공이 취소됨' }))).toMatchObject({ ok: true, ruleId: 'project.back', backward: true })
  })
  test('two years after the MOU a step is late, by days, and not refused', () => {
    // 2024-03-02 + 730 days = 2026-03-02; five days more
    expect(judgeStep(step({ on: '2026-03-07' }))).toMatchObject({ ok: true, lateDays: 5 })
    expect(judgeStep(step({ on: '2026-03-02' }))).toMatchObject({ ok: true, lateDays: null })
    expect(limitOf('project', 'mou', 'contract', '2024-03-02', '2026-01-01')?.until).toBe('2026-03-02')
    expect(limitOf('award', 'follow_up', 'released', '2026-01-31', '2026-01-31')?.until).toBe('2031-01-31')
    expect(limitOf('project', 'mou', 'contract', null, '2026-01-01')).toBeNull()
  })
  test('money may arrive again and again, and a programme runs its next phase', () => {
    const arrival = { machine: 'fdi' as const, from: 'arrival', to: 'arrival', evidence: { filedAs: 'evidence', proves: null } }
    expect(judgeStep(step(arrival))).toMatchObject({ ok: true, ruleId: 'fdi.arrival' })
    expect(judgeStep(step({ machine: 'programme', from: 'evaluated', to: 'running', evidence: { filedAs: 'plan', proves: null } }))).toMatchObject({
      ok: true,
    })
  })
  test('the first stage known may be any, with the evidence of its own rule', () =>
    expect(judgeStep(step({ from: null, fromSince: null }))).toMatchObject({ ok: true, ruleId: 'project.construction' }))
})

describe('stepsFrom', () => {
  test('from an MOU on, out and back, each with its rule and its last day', () => {
    const steps = stepsFrom('project', 'mou', '2025-01-01', '2026-01-01')
    expect(steps.map((one) => `${one.way} ${one.to}`)).toEqual([
      'on contract',
      'on permit',
      'on construction',
      'out lapsed',
      'out withdrawn',
      'out relocated',
      'back lead',
      'back loi',
    ])
    expect(steps[0]).toMatchObject({ ruleId: 'project.contract', until: '2027-01-01', evidence: [{ id: 'contract' }] })
    expect(steps.at(-1)).toMatchObject({ ruleId: 'project.back', until: null })
  })
  test('after the last stage of an award nothing comes but a way back', () =>
    expect(stepsFrom('award', 'released', null, '2026-01-01').every((one) => one.way === 'back')).toBe(true))
})
